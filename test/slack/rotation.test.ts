import { clientsOf } from '../../adapters/slack/clients.ts';
import { storedInstalls } from '../../adapters/slack/installs.ts';
import { collectionsOf } from '../../adapters/slack/model.ts';
import { connect } from '../kit/database.ts';
import { fakeSlack } from '../kit/fake-slack/index.ts';
import { testPorts } from './kit/ports.ts';

const connection = await connect('slack-rotation');
const collections = collectionsOf(connection);
const slack = await fakeSlack({ app: { rotation: true } });
slack.workspace('T0ROT', 'Rotation');
const ports = testPorts(connection, {});
const renewal = { clientId: slack.app.clientId, clientSecret: slack.app.clientSecret, apiUrl: slack.apiUrl };
const process = () => storedInstalls(collections, ports, renewal);
afterAll(() => slack.stop());

const install = { tenant: 'T0ROT', org: false };

async function installed(expiresIn: number) {
  const given = { ...slack.install('T0ROT') };
  const granted = {
    token: given.token,
    scopes: [],
    refresh: String((given as { refresh?: string }).refresh),
    expiresIn,
  };
  await process().keep(install, granted);
  return given;
}

test('near its end a token is renewed once, by however many ask in however many processes', async () => {
  const given = await installed(30);
  const before = slack.ledger.oauth.refreshed;
  const two = [process(), process()];
  const tokens = await Promise.all(Array.from({ length: 12 }, (_, i) => two[i % 2]!.tokenOf('T0ROT')));
  expect(new Set(tokens).size).toBe(1);
  expect(tokens[0]).not.toBe(given.token);
  expect(slack.ledger.oauth.refreshed - before).toBe(1);
  expect(slack.ledger.oauth.spentTwice).toBe(0);
});

test('also when no event arrives', async () => {
  await installed(3600);
  const before = slack.ledger.oauth.refreshed;
  const running = process();
  running.start();
  while (slack.ledger.oauth.refreshed === before) await new Promise((done) => setTimeout(done, 10));
  running.stop();
  expect(slack.ledger.oauth.spentTwice).toBe(0);
});

test('what is stored cannot be read', async () => {
  const { token } = await installed(43_200);
  const rows = JSON.stringify(await collections.installs.find({}).toArray());
  expect(rows).not.toContain(token);
  expect(rows).not.toContain('xox');
  expect(await process().tokenOf('T0ROT')).toBe(token);
});

test('of a token that does not renew, the old one stays, and later it is tried again', async () => {
  const given = { ...slack.install('T0ROT') };
  await process().keep(install, { token: given.token, scopes: [], refresh: 'xoxe-1-unknown', expiresIn: 10 });
  expect(await process().tokenOf('T0ROT')).toBe(given.token);
  const row = await collections.installs.findOne({ _id: 'T0ROT' });
  expect(row?.renewing).toBeUndefined();
});

test('of somebody who left, no token is renewed', async () => {
  const given = await installed(43_200);
  slack.member('T0ROT', { id: 'U0LEFT', deleted: true });
  const before = slack.ledger.oauth.refreshed;
  const clients = clientsOf(process(), slack.apiUrl, () => new Date());
  const sent = clients.call('T0ROT', 'chat.postMessage', (client) =>
    client.chat.postMessage({ channel: 'U0LEFT', text: 'hello' }),
  );
  await expect(sent).rejects.toMatchObject({ kind: 'denied' });
  expect(slack.ledger.oauth.refreshed).toBe(before);
  expect(await process().tokenOf('T0ROT')).toBe(given.token);
});
