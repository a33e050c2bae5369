/** How fast one person may ask: a burst, then a steady rate. Real time, since the product's clock can be moved. */
const BURST = 60;
const PER_SECOND = 20;

export function paceOf(now: () => number = () => performance.now()): (person: string) => boolean {
  const buckets = new Map<string, { left: number; at: number }>();
  return (person) => {
    const at = now();
    const bucket = buckets.get(person) ?? { left: BURST, at };
    const left = Math.min(BURST, bucket.left + ((at - bucket.at) / 1000) * PER_SECOND);
    const may = left >= 1;
    buckets.set(person, { left: may ? left - 1 : left, at });
    return may;
  };
}
