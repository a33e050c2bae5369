/** 5 000 payloads that Feishu never sends: every one is answered, none is a 5xx, nothing escapes. 100 000 in test/long. */
import { fuzz, told } from './mutated.ts';

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const many = Number(process.env.FUZZ ?? 5000);

test(`${many} mutated payloads`, async () => {
  const result = await fuzz('feishu-mutated', many, seed);
  process.stdout.write(told(result, seed));
  expect(result).toMatchObject({ sent: many, troubled: [], uncaught: [], forgedTaken: 0 });
}, 600_000);
