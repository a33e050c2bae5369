/** What Slack does not show is said in another place. */
import { nextFaults } from '../kit/fake-slack/faults.ts';
import { ann, card, desk, form, team, until } from './kit/desk.ts';

const d = await desk('slack-unshown');
const { slack, adapter } = d;
const Ann = slack.user(ann);

test.each([
  ['429', { kind: 'limited', seconds: 1 }],
  ['503', { kind: 'status', status: 503, accepted: false }],
] as const)(
  'a window that Slack does not open (%s) is said, beside the button and on Home',
  async (_, fault) => {
    d.answer((e) => (e.kind === 'home' ? { card: card('Page', 'Write now') } : { open: form }));
    await Ann.opensHome();
    await until(() => Ann.seesHome().includes('Page'));
    await adapter.send(
      await adapter.direct(ann, team),
      card('Feedback', 'Write it'),
      `unopened ${fault.kind}`,
    );
    for (const press of [() => Ann.clicks('Write it'), () => Ann.clicks('Write now', { where: 'home' })]) {
      slack.state.messages = slack.state.messages.filter((m) => !m.text.includes('did not open'));
      slack.faults(nextFaults('views.open', fault));
      await press();
      await until(() => Ann.sees().includes('Slack did not open the form just now'));
    }
    slack.faults(undefined);
    slack.ledger.calls.length = 0;
  },
);
