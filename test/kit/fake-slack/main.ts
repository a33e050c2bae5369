/**
 * A Slack to try with by hand: `node dist/test/kit/fake-slack/main.js [http|socket] [address of the bot]`. It prints the
 * variables with which the product finds it, and draws what everybody sees on a page with buttons that can be clicked.
 */
import { type Employee, employ } from './company.ts';
import { type FakeSlack, fakeSlack } from './index.ts';
import { usualLimits } from './limits.ts';
import { trying } from './trying.ts';

const company: Employee[] = [
  { id: 'chen', name: '陈伟 Chen Wei', zone: 'Asia/Shanghai', locale: 'zh', title: 'CEO' },
  {
    id: 'hanna',
    name: 'Hanna Berg',
    zone: 'Europe/Berlin',
    locale: 'en',
    title: 'Head of HR',
    admin: true,
    manager: 'chen',
  },
  {
    id: 'bo',
    name: 'Bo Larsen',
    zone: 'Europe/Berlin',
    locale: 'en',
    title: 'Product lead',
    manager: 'chen',
  },
  {
    id: 'ann',
    name: 'Ann Miller',
    zone: 'Europe/Berlin',
    locale: 'en',
    title: 'Product designer',
    manager: 'bo',
  },
  { id: 'mei', name: '梅雪', zone: 'Asia/Shanghai', locale: 'zh', title: '工程师', manager: 'bo' },
];

const [mode = 'http', bot = 'http://127.0.0.1:3000'] = process.argv.slice(2);
if (mode !== 'http' && mode !== 'socket') {
  process.stderr.write('usage: main.js [http|socket] [address of the bot]\n');
  process.exit(2);
}

const slack: FakeSlack = await fakeSlack({
  port: Number(process.env.PORT ?? 4000),
  limits: usualLimits,
  extra: (url, request, response, raw) => trying(slack, url, request, response, raw),
});
slack.workspace('T1', 'Acme');
employ(slack, 'T1', company);
slack.install('T1');
slack.delivery.to.url = `${bot}/slack/events`;
const variables = Object.entries(slack.env(mode)).map(([name, value]) => `${name}=${value}`);
process.stdout.write(`Look at ${slack.url}. Start the bot with:\n${variables.join(' \\\n')} \\\nnpm start\n`);
