/**
 * The fake Feishu to try by hand: `node dist/test/kit/fake-feishu/main.js [port] [bot's address]`, then start growloop with
 * the variables that it prints and open the page.
 */
import { byHand } from './by-hand.ts';
import { type FakeFeishu, fakeFeishu } from './index.ts';

const [port = '4000', bot = 'http://127.0.0.1:3000'] = process.argv.slice(2);

/** The sample company's people, so that a first try finds somebody to be. */
function company({ user, state }: FakeFeishu): void {
  state.departments.set('od-product', { id: 'od-product', parent: '0', name: 'Product' });
  const person = (name: string, title: string, leader?: string, more = {}) =>
    user({
      name,
      title,
      departments: ['od-product'],
      email: `${name.split(' ')[0]?.toLowerCase()}@example.com`,
      ...(leader && { leader }),
      ...more,
    }).openId;
  const chen = person('陈静 Chen Jing', 'Head of Product');
  const bo = person('Bo Larsen', 'Team lead', chen, { language: 'en_us', zone: 'Europe/Berlin' });
  person('Hanna Weber', 'HR', chen, { language: 'en_us', zone: 'Europe/Berlin', admin: true });
  person('Ann Miller', 'Designer', bo, { language: 'en_us', zone: 'Europe/Berlin' });
  person('Dev Rao', 'Engineer', bo, { language: 'en_us', zone: 'Asia/Kolkata' });
  person('王芳 Wang Fang', '工程师', bo);
}

const feishu: FakeFeishu = await fakeFeishu({
  port: Number(port),
  others: (req, body, res) => byHand(feishu, req, body, res),
});
company(feishu);
feishu.push.to({ events: `${bot}/feishu/events`, cards: `${bot}/feishu/cards` });

const { id, secret, encryptKey, verificationToken } = feishu.app;
process.stdout.write(`fake Feishu ready ${feishu.url}   (the page: who you are, what you see, what you press)

FEISHU_DOMAIN=${feishu.url} \\
FEISHU_APP_ID=${id} \\
FEISHU_APP_SECRET=${secret} \\
FEISHU_ENCRYPT_KEY=${encryptKey} \\
FEISHU_VERIFICATION_TOKEN=${verificationToken} \\
npm start

With FEISHU_MODE=socket (and without the last two) the bot hears over the long connection: then start this with
"socket" instead of the bot's address.
`);
if (bot === 'socket') feishu.push.to(undefined);
