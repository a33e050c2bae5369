/** As test/feishu-faults/mutated.proof.test.ts, twenty times as many. */
import { fuzz, told } from '../feishu-faults/mutated.ts';

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const many = Number(process.env.FUZZ ?? 100_000);

test(`${many} mutated payloads`, async () => {
  const result = await fuzz('feishu-mutated-long', many, seed);
  process.stdout.write(told(result, seed));
  expect(result).toMatchObject({ sent: many, troubled: [], uncaught: [], forgedTaken: 0 });
}, 7_200_000);
