/** Files that people send, also those within a written message. */
import { connect } from '../kit/database.ts';
import { p2pOf } from '../kit/fake-feishu/state.ts';
import { type FormDesk, form, formDesk } from './kit/form-desk.ts';

const connection = await connect('feishu-files');
let desk: FormDesk;
beforeAll(async () => {
  desk = await formDesk(connection);
});
afterAll(() => desk.d.end());

let n = 0;
/** Ann writes a rich text with two pictures and a film. */
async function posts(text: string): Promise<string> {
  n += 1;
  const id = `om_post${n}`;
  const line = [
    { tag: 'text', text },
    { tag: 'img', image_key: 'img_v3_a' },
  ];
  const content = {
    title: '',
    content: [
      line,
      [{ tag: 'img', image_key: 'img_v3_b' }],
      [{ tag: 'media', file_key: 'file_v3_c', image_key: 'img_v3_cover' }],
    ],
  };
  const { feishu } = desk.d;
  await feishu.push.event('im.message.receive_v1', {
    sender: { sender_id: { open_id: 'ou_ann' }, sender_type: 'user' },
    message: {
      message_id: id,
      create_time: String(Date.now()),
      chat_id: p2pOf(feishu.state, 'ou_ann').id,
      chat_type: 'p2p',
      message_type: 'post',
      content: JSON.stringify(content),
    },
  });
  return id;
}

test('pictures within a text are files', async () => {
  const id = await posts('the proof');
  expect(desk.d.bot.heard.at(-1)).toMatchObject({
    kind: 'message',
    text: 'the proof',
    files: [
      { id: `image:${id}:img_v3_a`, type: 'image/png' },
      { id: `image:${id}:img_v3_b`, type: 'image/png' },
      { id: `file:${id}:file_v3_c` },
    ],
  });
});

test('a text of pictures alone is one, too', async () => {
  const id = await posts('');
  expect(desk.d.bot.heard.at(-1)).toMatchObject({ kind: 'message', messageId: id, text: '' });
});

test('a form that waits for files takes all of them; the words beside them are for the core', async () => {
  await desk.opens(form([{ name: 'proof', label: 'Proof', type: 'file', many: true }]));
  const id = await posts('look');
  expect(desk.d.bot.heard.at(-1)).toMatchObject({ kind: 'message', text: 'look' });
  expect(desk.d.bot.heard.at(-1)).not.toHaveProperty('files');
  await desk.ann().submits();
  expect(desk.submits[0]?.values).toEqual({
    proof: [`image:${id}:img_v3_a`, `image:${id}:img_v3_b`, `file:${id}:file_v3_c`],
  });
});
