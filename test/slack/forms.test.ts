import type { Form, Reply } from '../../src/core/card.ts';
import type { Inbound } from '../../src/core/platform.ts';
import { blocksOf } from '../kit/fake-slack/filling.ts';
import { ann, bo, card, desk, form, pause, team, tidily, until } from './kit/desk.ts';

const d = await desk('slack-forms');
const { slack, adapter } = d;
const Ann = slack.user(ann);
tidily(d);

describe('forms', () => {
  test('open from a press and come back by name', async () => {
    await adapter.send(await adapter.direct(ann, team), card('Feedback', 'Write'), 'k6');
    d.answer(() => ({ open: form }));
    await Ann.clicks('Write');
    await d.rest();
    expect(Ann.seesModal()).toContain('Give feedback');
    d.answer((e) =>
      e.kind === 'submit' && e.values.what === 'x'
        ? { errors: { what: 'A little more, please.' } }
        : { toast: 'Saved.' },
    );
    await Ann.submits({ 'What happened': 'x', Level: 'great', Whom: [bo] });
    const e = d.last() as Inbound & { kind: 'submit' };
    expect(e).toMatchObject({
      kind: 'submit',
      token: form.token,
      values: { what: 'x', level: '5', whom: ['bo'], day: '2027-01-15', share: '40' },
    });
    expect(e.on?.at.channel).toBe(Ann.direct());
    expect(Ann.seesModal()).toContain('A little more, please.');
    await Ann.submits({ 'What happened': 'a lot more' });
    await d.rest();
    expect((d.last() as typeof e).values.what).toBe('a lot more');
    expect(d.last().id).not.toBe(e.id);
    expect(Ann.seesModal()).toContain('Saved.');
    await Ann.submits().catch(() => {});
  });

  test('whom Slack does not know is looked for by name, and stands there when the form comes again', async () => {
    d.others.push({ label: 'Eve Elsewhere', value: 'eve', hint: 'Engineer' }, { label: 'Zoe', value: 'zoe' });
    d.answer(() => ({ open: form }));
    await Ann.types('/perf feedback');
    await d.rest();
    const search = 'Whom (people who are not on Slack)';
    const block = String(
      blocksOf(Ann.modal()!).find((b) => JSON.stringify(b.label).includes(search))?.block_id,
    );
    expect(await Ann.searches(block, '')).toHaveLength(2);
    expect(await Ann.searches(block, 'nobody')).toEqual([]);
    expect((await Ann.searches(block, 'Eve')).map((o) => o.value)).toEqual(['eve']);
    d.answer(() => ({ open: { ...form, fields: [{ ...form.fields[2]!, value: ['bo', 'eve'] }] } }));
    await Ann.submits({ 'What happened': 'x', Level: 'good', Whom: [bo], [search]: ['Eve Elsewhere'] });
    expect((d.last() as Inbound & { kind: 'submit' }).values.whom).toEqual(['bo', 'eve']);
    d.answer(() => ({}));
    await Ann.submits();
    expect((d.last() as Inbound & { kind: 'submit' }).values).toEqual({ whom: ['bo', 'eve'] });
    d.others.length = 0;
  });

  test('a form follows a form, and nothing of the first stands in it', async () => {
    d.answer(() => ({ open: form }));
    await Ann.types('/perf feedback');
    await d.rest();
    d.answer(() => ({ open: { ...form, title: 'And one more', token: 't.send {"id":"f2"}' } }));
    await Ann.submits({ 'What happened': 'first', Level: 'good' });
    await d.rest();
    expect(Ann.seesModal()).toContain('And one more');
    expect(JSON.stringify(Ann.modal()?.values)).not.toContain('first');
    d.answer(() => ({}));
    await Ann.submits({ 'What happened': 'second', Level: 'good' });
    expect(Ann.modal()).toBeUndefined();
  });

  test('a slow one opens a window that waits, and a refusal is said in it', async () => {
    d.opens(() => true);
    d.answer(async () => {
      await pause(1100);
      return { open: form };
    });
    const typing = Ann.types('/perf feedback');
    await pause(950);
    expect(Ann.seesModal()).toContain('One moment');
    await typing;
    await d.rest();
    expect(Ann.seesModal()).toContain('What happened');
    await Ann.closes();
    d.answer(async () => {
      await pause(900);
      return { toast: 'Not before Monday.' };
    });
    await Ann.types('/perf feedback');
    await d.rest();
    expect(Ann.seesModal()).toContain('Not before Monday.');
    await Ann.closes();
  });

  test('one that is answered late says so in time, and shows the answer, or itself with what is wrong', async () => {
    d.answer(() => ({ open: form }));
    await Ann.types('/perf feedback');
    await d.rest();
    const answers: Reply[] = [{ errors: { what: 'More, please.' } }, { toast: 'Saved at last.' }];
    d.answer(async () => {
      await pause(3300);
      return answers.shift() ?? {};
    });
    const come = Ann.submits({ 'What happened': 'x', Level: 'great', Whom: [bo], Day: '2027-02-02' });
    expect(await come).toMatchObject({ status: 200 });
    expect(Ann.seesModal()).toContain('One moment');
    await until(() => Ann.seesModal().includes('More, please.'));
    // What was typed stands there still, and is sent again.
    await Ann.submits({ 'What happened': 'x, and y' });
    const values = { what: 'x, and y', level: '5', whom: ['bo'], day: '2027-02-02', share: '40' };
    await until(() => d.heard.length === 3);
    expect(d.last()).toMatchObject({ kind: 'submit', values });
    await until(() => Ann.seesModal().includes('Saved at last.'));
    await Ann.closes();
  });

  test('what was refused may be sent again as it is: the obstacle may be gone', async () => {
    const kept = new Map<string, Reply>();
    let closed = true;
    // As the core does: the same event has the same answer.
    d.answer((e) => {
      if (e.kind !== 'submit') return { open: form };
      const before = kept.get(e.id);
      const reply = before ?? (closed ? { refused: true, toast: 'Not before Monday.' } : { toast: 'Saved.' });
      kept.set(e.id, reply);
      return reply;
    });
    await Ann.types('/perf feedback');
    await d.rest();
    slack.delivery.disturb.actionsTwice = true;
    await Ann.submits({ 'What happened': 'x', Level: 'good' });
    slack.delivery.disturb.actionsTwice = false;
    expect(kept.size).toBe(1);
    expect(Ann.seesModal()).toContain('Not before Monday.');
    closed = false;
    await Ann.submits();
    expect(Ann.seesModal()).toContain('Saved.');
    await Ann.closes();
  });

  test('a long one has several pages; no answer of an earlier one is lost, and its errors lead back to it', async () => {
    const long: Form = {
      title: 'A hundred questions',
      submit: 'Send all',
      token: 't.long {}',
      fields: Array.from({ length: 170 }, (_, i) => ({
        name: `q${i}`,
        label: `Question ${i}.`,
        type: 'text' as const,
      })),
    };
    d.answer((e) => {
      if (e.kind === 'command') return { open: long };
      return e.kind === 'submit' && e.values.q3 === 'three'
        ? { errors: { q3: 'Not three.' } }
        : { toast: 'All there.' };
    });
    await Ann.types('/perf survey');
    await d.rest();
    expect(JSON.parse(String(Ann.modal()?.view.private_metadata))).not.toHaveProperty('values');
    await Ann.submits({ 'Question 3.': 'three' });
    expect(d.heard.filter((e) => e.kind === 'submit')).toEqual([]);
    await Ann.submits({ 'Question 100.': 'hundred' });
    await Ann.submits({ 'Question 169.': 'last' });
    expect((d.last() as Inbound & { kind: 'submit' }).values).toMatchObject({
      q3: 'three',
      q100: 'hundred',
      q169: 'last',
    });
    expect(Ann.seesModal()).toContain('Not three.');
    await Ann.submits({ 'Question 3.': 'four' });
    await Ann.submits();
    await Ann.submits();
    expect((d.last() as Inbound & { kind: 'submit' }).values).toMatchObject({
      q3: 'four',
      q100: 'hundred',
      q169: 'last',
    });
    expect(Ann.seesModal()).toContain('All there.');
    await Ann.closes();
  });

  test('a text longer than an input comes back whole, and one line of it can be changed', async () => {
    const line = (i: number) => `${i}. ${'what we did and why it helped 有帮助 '.repeat(9)}end.`;
    const story = Array.from({ length: 30 }, (_, i) => line(i)).join('\n\n');
    expect(story.length).toBeGreaterThan(9000);
    const fields = [{ ...form.fields[0]!, value: story, max: 3000 }];
    d.answer((e) => (e.kind === 'submit' ? {} : { open: { ...form, fields } }));
    const sent = async (change: (parts: Record<string, string>) => Record<string, string>) => {
      await Ann.types('/perf feedback');
      await d.rest();
      const inputs = Object.values(Ann.modal()?.values ?? {}).flatMap(Object.values) as { value: string }[];
      expect(inputs.length).toBeGreaterThan(3);
      const parts = inputs.map(({ value }, i) => [
        `What happened (part ${i + 1} of ${inputs.length})`,
        value,
      ]);
      await Ann.submits(change(Object.fromEntries(parts)));
      return (d.last() as Inbound & { kind: 'submit' }).values.what;
    };
    expect(await sent(() => ({}))).toBe(story);
    const changed = await sent((parts) =>
      Object.fromEntries(
        Object.entries(parts)
          .filter(([, text]) => text.includes(line(20)))
          .map(([label, text]) => [label, text.replace(line(20), 'Another line.')]),
      ),
    );
    expect(changed).toBe(story.replace(line(20), 'Another line.'));
  });

  test('shortcuts stand for a command, on a message about whoever wrote it', async () => {
    d.answer(() => ({ open: form }));
    await Ann.shortcut('give_feedback');
    await d.rest();
    expect(d.last()).toMatchObject({ kind: 'command', text: 'feedback' });
    expect(Ann.seesModal()).toContain('Give feedback');
    await Ann.closes();
    await slack.user(bo).says('I finished it');
    const said = slack
      .user(bo)
      .messages()
      .find((m) => m.text === 'I finished it');
    await Ann.shortcut('kudos_on_message', said);
    await d.rest();
    expect(d.last()).toMatchObject({ kind: 'command', text: `kudos <@${bo}>` });
    await Ann.closes();
  });
});
