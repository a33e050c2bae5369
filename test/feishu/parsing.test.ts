/** Everything that Feishu documents is read: ciphers, signatures, events of both envelopes, callbacks of every component. */
import fc from 'fast-check';
import { pressOf } from '../../adapters/feishu/callback.ts';
import { envelopeOf, momentOf } from '../../adapters/feishu/envelope.ts';
import { type FeishuMessage, fileOf, messageEvent, saidIn } from '../../adapters/feishu/message.ts';
import { inParts, readValues } from '../../adapters/feishu/values.ts';
import { decrypted, signatureOf, Unwelcome } from '../../adapters/feishu/verify.ts';
import { recorded } from './kit/recorded.ts';

interface Vectors {
  vectors: { name: string; key: string; encrypt: string; decrypted: string }[];
  signatures: {
    name: string;
    timestamp: string;
    nonce: string;
    encryptKey: string;
    body: string;
    signature: string;
  }[];
}
const { vectors, signatures } = recorded<Vectors>('crypto');
const callbacks = Object.entries(recorded<{ items: Record<string, unknown> }>('callbacks').items);
const events = Object.entries(recorded<{ items: Record<string, unknown> }>('events').items);
const now = new Date('2027-01-04T01:00:00Z');

test.each(vectors)('decrypts $name', ({ key, encrypt, decrypted: plain }) => {
  expect(decrypted(key, encrypt)).toBe(plain);
  expect(() => decrypted(`${key} `, encrypt)).toThrow(Unwelcome);
});

test.each(signatures)('signs like $name', ({ timestamp, nonce, encryptKey, body, signature }) => {
  expect(signatureOf(timestamp, nonce, encryptKey, Buffer.from(body))).toBe(signature);
  expect(signatureOf(timestamp, nonce, encryptKey, Buffer.from(`${body} `))).not.toBe(signature);
});

test('there are 15 callbacks and 17 events', () => {
  expect([callbacks.length, events.length]).toEqual([15, 17]);
});

test.each(callbacks)('reads the callback %s', (_, body) => {
  const press = pressOf(envelopeOf(body, now));
  expect(press).toMatchObject({
    event: expect.stringMatching(/./),
    from: expect.stringMatching(/^ou_/),
    message: expect.stringMatching(/^om_/),
    channel: expect.stringMatching(/^oc_/),
    tenant: expect.stringMatching(/./),
  });
  expect(press.digest).toBe(pressOf(envelopeOf(structuredClone(body), now)).digest);
});

test('what was picked, typed and filled in arrives', () => {
  const given = Object.fromEntries(callbacks.map(([name, body]) => [name, pressOf(envelopeOf(body, now))]));
  expect(given['下拉选择-单选#1']).toMatchObject({ given: '1', value: { key_1: 'value_1' } });
  expect(given['人员选择-单选#1']?.given).toMatch(/^ou_/);
  expect(given['输入框#1']?.given).toBe('Zhang Min');
  expect(given['日期选择器#2']).toMatchObject({ given: '2025-06-10 +0800', zone: 'Asia/Shanghai' });
  expect(given['下拉选择-多选#2']?.formValue).toEqual({
    multi_select_departments: ['selectDemo1', 'selectDemo2'],
  });
  expect(given['配置卡片交互#2']?.formValue).toEqual({ notes_input: '' });
  // Microseconds there, milliseconds in events.
  expect(given['按钮#1']?.at).toEqual(new Date(1_603_977_298_000));
});

test.each(events.filter(([, body]) => (body as { challenge?: string }).challenge === undefined))(
  'reads the event %s',
  (_, body) => {
    expect(envelopeOf(body, now)).toMatchObject({
      id: expect.stringMatching(/^[\w-]+$/),
      type: expect.stringMatching(/^[\w.]+$/),
      at: expect.any(Date),
    });
  },
);

test('moments in seconds, milliseconds and microseconds; what is none is now', () => {
  const at = new Date('2026-05-04T03:02:01.000Z');
  for (const factor of [0.001, 1, 1000]) expect(momentOf(String(at.getTime() * factor), now)).toEqual(at);
  for (const none of ['', 'x', -1, 0, null, undefined, '9e99', Number.NaN])
    expect(momentOf(none, now)).toBe(now);
});

const message = (
  type: string,
  content: unknown,
  mentions: FeishuMessage['mentions'] = [],
): FeishuMessage => ({
  message_id: 'om_1',
  chat_id: 'oc_1',
  chat_type: 'group',
  message_type: type,
  content: JSON.stringify(content),
  mentions,
});

test('the documented message: the bot’s mention is dropped, a person’s becomes their account', () => {
  const body = envelopeOf(Object.fromEntries(events)['接收消息#0'], now);
  const { message: said } = messageEvent.parse(body.event);
  expect(saidIn(said, 'ou_84aad35d084aa403a838cf73ee18467').text).toBe('hello');
  expect(saidIn(said, 'ou_bot').text).toBe('<@ou_84aad35d084aa403a838cf73ee18467> hello');
  const two = [1, 10].map((n) => ({ key: `@_user_${n}`, id: { open_id: `ou_${n}` }, name: 'N' }));
  expect(saidIn(message('text', { text: '@_user_1 kudos @_user_10 $& thanks' }, two), 'ou_1').text).toBe(
    'kudos <@ou_10> $& thanks',
  );
  expect(
    saidIn(message('text', { text: '@_user_1 x' }, [{ key: '@_user_1', name: 'Guest' }]), 'ou_1').text,
  ).toBe('@Guest x');
});

test('rich text, pictures and files; what else there is says nothing', () => {
  const post = {
    zh_cn: {
      title: 'T',
      content: [
        [
          { tag: 'text', text: 'a' },
          { tag: 'a', text: 'b', href: 'http://x' },
        ],
        [{ tag: 'text', text: 'c' }],
      ],
    },
  };
  expect(saidIn(message('post', post), undefined).text).toBe('T\nab\nc');
  expect(saidIn(message('post', post.zh_cn), undefined).text).toBe('T\nab\nc');
  const [file] = saidIn(message('file', { file_key: 'file_v3_1', file_name: '报告.PDF' }), undefined).files;
  expect(file).toEqual({ id: 'file:om_1:file_v3_1', name: '报告.PDF', type: 'application/pdf', size: 0 });
  expect(fileOf(file?.id ?? '')).toEqual({ kind: 'file', message: 'om_1', key: 'file_v3_1' });
  expect(saidIn(message('image', { image_key: 'img_v3_1' }), undefined).files[0]?.id).toBe(
    'image:om_1:img_v3_1',
  );
  for (const id of ['', 'file:om_1', 'file:../x:y', 'other:om_1:k']) expect(fileOf(id)).toBeUndefined();
  for (const [type, content] of [
    ['sticker', {}],
    ['text', 7],
    ['file', {}],
    ['post', { zh_cn: 5 }],
  ] as const)
    expect(saidIn(message(type, content), undefined)).toEqual({ text: '', files: [] });
  expect(saidIn({ ...message('text', {}), content: '{' }, undefined).text).toBe('');
});

test('whatever comes is read or refused, never more', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (body) => {
      try {
        pressOf(envelopeOf(body, now));
      } catch (e) {
        if (!(e instanceof Unwelcome)) throw e;
      }
    }),
    { numRuns: 500 },
  );
});

test('a text in parts is the same text again', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '字', '😀', '.'), maxLength: 4500 });
  fc.assert(
    fc.property(text, (whole) => {
      const parts = inParts(whole, 1000);
      expect(parts.every((part) => [...part].length <= 1000)).toBe(true);
      expect(parts.join('')).toBe(whole);
      const form = Object.fromEntries(parts.map((part, i) => [`v${i}_t`, part]));
      expect(readValues(form).values.t).toBe(whole);
    }),
    { numRuns: 200 },
  );
});

test('values: days without their zone, nothing chosen as nothing, names that are not ours ignored', () => {
  const read = readValues({
    d0_due: '2024-04-01 +0800',
    v0_a: '',
    v0_many: ['x'],
    a0_who: ['ou_1', ''],
    q0_who: ' li ',
    Input_1: 'x',
    __proto__: 'y',
  });
  expect(read).toMatchObject({
    values: { due: '2024-04-01', a: '', many: ['x'] },
    accounts: { who: ['ou_1'] },
    searches: { who: 'li' },
    full: {},
  });
  expect(readValues({ v0_t: 'a paragraph', v1_t: 'another' }).values.t).toBe('a paragraph\nanother');
});
