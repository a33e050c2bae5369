/** What several tests of calibration do first. */
import type { Reply } from '../../src/core/card.ts';
import { transcript } from '../kit/transcript.ts';
import type { World } from '../kit/world.ts';

/** Opens a session as the form suggests it, or with these people. */
export async function opensUnit(
  w: World,
  by: string,
  unit: string,
  given: { units?: string[]; members?: string[]; heads?: string[] } = {},
): Promise<Reply> {
  const who = w.as(by);
  await who.types(`/perf calibrate ${unit}`);
  const { fields } = who.form();
  return who.submits({ ...Object.fromEntries(fields.map((f) => [f.name, f.value])), ...given });
}

/** The newest card with that title, as text; empty when there is none. */
export function sees(w: World, person: string, title: string): string {
  const found = w
    .as(person)
    .messages()
    .filter((m) => m.card.title.includes(title));
  const last = found.at(-1);
  return last ? transcript(last.card) : '';
}
