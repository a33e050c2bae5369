/** The fake with one workspace and four people, and the real SDK as its client. */
import { webApi } from '@slack/bolt';
import { type FakeOptions, type FakeSlack, fakeSlack } from '../kit/fake-slack/index.ts';

export async function opened(options: FakeOptions = {}): Promise<FakeSlack> {
  const slack = await fakeSlack(options);
  slack.workspace('T1', 'Acme');
  slack.member('T1', { id: 'UANN', realName: 'Ann Miller', email: 'ann@acme.test' });
  slack.member('T1', { id: 'UBO', realName: 'Bo Larsen' });
  slack.member('T1', { id: 'UGONE', realName: 'Gone', deleted: true });
  slack.member('T1', { id: 'UGUEST', realName: 'Guest', guest: 'ultra' });
  slack.install('T1');
  return slack;
}

const silent = () => {};
const quiet = {
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  setLevel: silent,
  getLevel: () => webApi.LogLevel.ERROR,
  setName: silent,
};

/** As the adapter uses it: no retries of its own. */
export const client = (slack: FakeSlack, token = slack.state.installs[0]?.token ?? '', timeout = 0) =>
  new webApi.WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: quiet,
    ...(timeout > 0 && { timeout }),
  });

/** Slack's word for why it refused. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'taken';
  } catch (e) {
    const { data, retryAfter } = e as { data?: { error?: string }; retryAfter?: number };
    return data?.error ?? (retryAfter === undefined ? String(e) : `wait ${retryAfter}`);
  }
}
