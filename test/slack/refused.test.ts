import { ann, desk, team, tidily } from './kit/desk.ts';

const d = await desk('slack-refused');
const { slack } = d;
tidily(d);

describe('what is not well', () => {
  const event = (more: Record<string, unknown> = {}) =>
    JSON.stringify({
      type: 'event_callback',
      team_id: team,
      api_app_id: slack.app.id,
      event_id: `Ev${Math.random()}`,
      event: {
        type: 'message',
        channel: 'D1',
        channel_type: 'im',
        user: ann,
        text: 'x',
        ts: '1700000001.000100',
      },
      ...more,
    });

  test.each([
    ['unsigned', () => slack.delivery.post(event(), { unsigned: true }), 401],
    ['signed by somebody else', () => slack.delivery.post(event(), { secret: 'other' }), 401],
    ['six minutes old', () => slack.delivery.post(event(), { off: -360 }), 401],
    ['six minutes ahead', () => slack.delivery.post(event(), { off: 360 }), 401],
    ['another app’s', () => slack.delivery.post(event({ api_app_id: 'A0OTHER' })), 403],
    ['of a workspace where we are not', () => slack.delivery.post(event({ team_id: 'T0OTHER' })), 403],
    ['of another type', () => slack.delivery.post(event(), { type: 'text/plain' }), 415],
    ['too large', () => slack.delivery.post(JSON.stringify({ x: 'y'.repeat(1_100_000) })), 413],
    ['not JSON', () => slack.delivery.post('{"a":'), 400],
    ['an event without one', () => slack.delivery.post(event({ event: null })), 400],
    ['of no kind', () => slack.delivery.post('{"type":"dialog_submission"}'), 400],
    [
      'a press without a user',
      () =>
        slack.delivery.post(`payload=${encodeURIComponent('{"type":"block_actions","actions":[]}')}`, {
          type: 'application/x-www-form-urlencoded',
        }),
      400,
    ],
  ])('%s: refused', async (_, send, status) => {
    const before = d.heard.length;
    const came = await send();
    expect(came.status).toBe(status);
    expect(came.noRetry).toBe(true);
    expect(d.heard).toHaveLength(before);
  });

  test('a charset beside the content type is fine, and so is the address check', async () => {
    const check = await slack.delivery.post(JSON.stringify({ type: 'url_verification', challenge: 'abc' }), {
      type: 'application/json; charset=utf-8',
    });
    expect(check).toMatchObject({ status: 200, body: { challenge: 'abc' } });
    expect(
      (
        await slack.delivery.post('ssl_check=1&token=x', {
          type: 'application/x-www-form-urlencoded; charset=utf-8',
        })
      ).status,
    ).toBe(200);
  });
});
