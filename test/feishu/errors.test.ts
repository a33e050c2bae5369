/** One table of codes, and what it means for the outbox. */
import { codeOf, refusal, unanswered } from '../../adapters/feishu/errors.ts';
import { codes } from '../kit/fake-feishu/codes.ts';

const now = new Date('2027-01-04T01:00:00Z');
const of = (code: number, over: { status?: number; msg?: string; headers?: Record<string, string> } = {}) =>
  refusal({ status: 400, msg: '', headers: {}, code, ...over }, now);

test.each([
  [99991400, 'retry'],
  [230020, 'retry'],
  [11232, 'retry'],
  [11233, 'retry'],
  [99991403, 'retry'],
  [230049, 'retry'],
  [232019, 'retry'],
  [99991663, 'retry'],
  [2200, 'unknown'],
  [230002, 'gone'],
  [230011, 'gone'],
  [230029, 'gone'],
  [230031, 'gone'],
  [230013, 'denied'],
  [230053, 'denied'],
  [230035, 'denied'],
  [230028, 'denied'],
  [99991672, 'denied'],
  [99992361, 'denied'],
  [230025, 'broken'],
  [230099, 'broken'],
] as const)('%i is %s', (code, kind) => {
  const e = of(code);
  expect(e.kind).toBe(kind);
  expect(codeOf(e)).toBe(code);
});

test('a wait is as long as the header says, by the product’s clock', () => {
  const headers = { 'x-ogw-ratelimit-reset': '7' };
  expect(of(99991400, { status: 429, headers }).retryAt).toEqual(new Date(now.getTime() + 7000));
  expect(of(99991400).retryAt).toEqual(new Date(now.getTime() + 1000));
  // Too much for one person holds up nobody else.
  for (const code of [230020, 11233, 230049, 232019]) expect(of(code).retryAt).toBeUndefined();
  expect(of(230020, { headers }).retryAt).toEqual(new Date(now.getTime() + 7000));
  expect(of(99991400, { headers: { 'x-ogw-ratelimit-reset': 'soon' } }).retryAt).toEqual(
    new Date(now.getTime() + 1000),
  );
});

test('a card that is being pressed is not one that is too large, though the inner code is the same', () => {
  expect(of(230099, { msg: 'ext=ErrCode: 11310; ErrMsg: card action is lock' }).kind).toBe('retry');
  expect(of(230099, { msg: 'ext=ErrCode: 11310; ErrMsg: element exceeds the limit' }).kind).toBe('broken');
});

test('no text of Feishu’s, which may quote the message, is kept; the inner code is', () => {
  const e = of(230099, { msg: 'ErrCode: 200621; ErrMsg: “a very private sentence”' });
  expect(e.message).toBe('Feishu 230099: Feishu does not take this card (200621)');
});

test('what never got there is tried again; what got no answer is not known', () => {
  for (const code of ['ECONNREFUSED', 'ENOTFOUND']) expect(unanswered({ code }).kind).toBe('retry');
  for (const code of ['ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', undefined])
    expect(unanswered({ code }).kind).toBe('unknown');
  expect(of(502, { status: 502 }).kind).toBe('unknown');
  expect(of(418, { status: 418 }).kind).toBe('broken');
});

test('every code that the fake speaks has a meaning of its own', () => {
  const other = ['delayedToken', 'eventUnknown', 'chatUnknown'];
  for (const [name, [code, status]] of Object.entries(codes)) {
    const { message } = of(code, { status });
    if (!other.includes(name))
      expect([name, message]).not.toEqual([name, `Feishu ${code}: Feishu refused it`]);
  }
});
