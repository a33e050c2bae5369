import { setTimeout as wait } from 'node:timers/promises';
import { connect } from '../kit/database.ts';
import { type Console, cardOf, openConsole } from './kit/console.ts';
import { type Body, get, HERE, upload } from './kit/visit.ts';

const connection = await connect('web-files');
let c: Console;

beforeEach(async () => {
  await connection.dropDatabase();
  c = await openConsole(connection);
});
afterEach(async () => {
  await c.web.stop();
  expect(c.errors).toEqual([]);
});

const bytes = Buffer.from([0, 255, 137, 80, 78, 71, 13, 10]);
const given = async (id: string, name = 'bild ü.png', type = 'image/png') =>
  (await c.ask<{ file: string }>(upload(c.of(id, 'files'), new File([bytes], name, { type })))).body.file;
const opened = (file: string, as: string) => c.handle(get(`/api/files/${file}?as=${as}`));

test('a file comes back as it went, to be saved and nothing else', async () => {
  const file = await given('ann');
  const response = await opened(file, 'ann');
  expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': `attachment; filename="bild _.png"; filename*=UTF-8''bild%20%C3%BC.png`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
});

test('only who gave it may open it, until it is in an item', async () => {
  const file = await given('ann');
  expect((await opened(file, 'bo')).status).toBe(404);
  await c.web.room('local', 'r', 'Room', ['ann', 'bo']);
  await c.say('ann', { text: '', files: [file], room: 'room:r' });
  expect(c.bot.heard[0]).toMatchObject({
    kind: 'message',
    text: '',
    files: [{ id: file, name: 'bild ü.png', type: 'image/png', size: 8 }],
  });
  const [item] = (await c.feed('bo')).items;
  expect(item?.files).toEqual([{ file, name: 'bild ü.png', type: 'image/png', size: 8 }]);
  expect((await opened(file, 'bo')).status).toBe(200);
  expect((await opened(file, 'chen')).status).toBe(404);
  await c.web.invite({ platform: 'web', tenant: 'local', channel: 'room:r' }, ['chen']);
  expect((await opened(file, 'chen')).status).toBe(200);
});

test("somebody else's file can neither be said nor handed in", async () => {
  const file = await given('ann');
  expect((await c.say('bo', { text: 'look', files: [file] })).status).toBe(404);
  expect((await c.submit('bo', { token: 't', values: { proof: file } })).status).toBe(404);
  expect((await c.submit('bo', { token: 't', values: { proof: ['x', file] } })).status).toBe(404);
  expect(c.bot.heard).toEqual([]);
  expect((await c.submit('ann', { token: 't', values: { proof: [file] } })).status).toBe(200);
});

test('the bot reads what was given, and knows when it is gone', async () => {
  const id = await given('ann');
  const ref = { id, name: 'x', type: 'image/png', size: 8 };
  expect(await c.web.fetchFile(ref)).toEqual(bytes);
  await expect(c.web.fetchFile({ ...ref, id: 'file_none' })).rejects.toMatchObject({ kind: 'gone' });
});

test('the bot sends a file once per key', async () => {
  const file = { name: 'audit.csv', type: 'text/csv', bytes };
  const to = await c.web.direct('ann', 'local');
  const receipts = await Promise.all([c.web.attach(to, file, 'k'), c.web.attach(to, file, 'k')]);
  receipts.push(await c.web.attach(to, file, 'k'));
  expect(new Set(receipts.map((r) => r.messageId)).size).toBe(1);
  await c.dm('ann', cardOf('With the same key'), 'k');
  const { items } = await c.feed('ann');
  expect(items.map((i) => i.files?.[0]?.name ?? i.card?.title)).toEqual(['audit.csv', 'With the same key']);
  expect(await connection.collection('web_files').countDocuments({})).toBe(1);
  const id = items[0]?.files?.[0]?.file ?? '';
  expect((await opened(id, 'ann')).status).toBe(200);
  expect((await opened(id, 'bo')).status).toBe(404);
});

test('a picture in a card may be opened by whoever has the card', async () => {
  const file = await given('ann');
  const sent = await c.dm('bo', cardOf('Evidence'), 'k');
  expect((await opened(file, 'bo')).status).toBe(404);
  await c.web.edit(sent, { title: 'Evidence', blocks: [{ type: 'image', file, alt: 'the picture' }] });
  expect((await opened(file, 'bo')).status).toBe(200);
});

test('who asks must be named and known', async () => {
  const file = await given('ann');
  expect((await c.handle(get(`/api/files/${file}`))).status).toBe(400);
  expect((await opened(file, 'nobody')).status).toBe(404);
  expect((await opened('file_none', 'ann')).status).toBe(404);
});

test('a strange type and a strange name are made harmless', async () => {
  const file = await given('ann', '../a"b\u202e.html', 'TEXT/HTML;x=1');
  const response = await opened(file, 'ann');
  expect(response.headers.get('content-type')).toBe('text/html');
  expect(response.headers.get('content-disposition')).toContain('filename="ab.html"');
});

describe('what is not one file', () => {
  const form = (body: Body, type?: string) =>
    c.ask(
      new Request(`${HERE}${c.of('ann', 'files')}`, {
        method: 'POST',
        body,
        ...(type ? { headers: { 'content-type': type } } : {}),
      }),
    );

  test('too many, none, a text, another name, not multipart, broken', async () => {
    const two = new FormData();
    two.append('file', new File(['a'], 'a'));
    two.append('file', new File(['b'], 'b'));
    const answers = [
      await form(two),
      await form(new FormData()),
      await c.ask(upload(c.of('ann', 'files'), 'text')),
      await c.ask(upload(c.of('ann', 'files'), new File(['a'], 'a'), 'other')),
      await form('{}', 'application/json'),
      await form('rubbish', 'multipart/form-data; boundary=x'),
      await form('rubbish', 'multipart/form-data'),
      await form(
        '--x\r\ncontent-disposition: form-data; name="file"\r\n\r\n',
        'multipart/form-data; boundary=x',
      ),
    ];
    expect(answers.map((got) => got.status)).toEqual(Array(8).fill(400));
  });

  test('10 MB and no byte more, whatever the length header says', async () => {
    const most = new File([Buffer.alloc(10 * 1024 * 1024, 7)], 'most.bin');
    const { status, body } = await c.ask<{ file: string }>(upload(c.of('ann', 'files'), most));
    expect(status).toBe(200);
    expect((await (await opened(body.file, 'ann')).arrayBuffer()).byteLength).toBe(10 * 1024 * 1024);
    const more = new File([Buffer.alloc(10 * 1024 * 1024 + 1)], 'more.bin');
    expect((await c.ask(upload(c.of('ann', 'files'), more))).status).toBe(413);
    const lying = upload(c.of('ann', 'files'), more);
    lying.headers.set('content-length', '10');
    expect((await c.ask(lying)).status).toBe(413);
    const announced = upload(c.of('ann', 'files'), new File(['x'], 'x'));
    announced.headers.set('content-length', '999999999');
    expect((await c.ask(announced)).status).toBe(413);
  });

  test('a few at a time', async () => {
    let opens: () => void = () => undefined;
    const gate = new Promise<void>((done) => {
      opens = done;
    });
    const slow = () =>
      new Request(`${HERE}${c.of('ann', 'files')}`, {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        body: new ReadableStream({
          async pull(stream) {
            await gate;
            stream.close();
          },
        }),
        duplex: 'half',
      } as RequestInit);
    const waiting = [1, 2, 3, 4].map(() => c.ask(slow()));
    await wait(20);
    expect((await c.ask(slow())).status).toBe(429);
    opens();
    expect((await Promise.all(waiting)).map((got) => got.status)).toEqual([400, 400, 400, 400]);
    expect(await given('ann')).toMatch(/^file_/);
  });
});
