import { drafts, nominations } from '../../src/reviews/model.ts';
import { answers, releaseOf } from '../../src/reviews/model-answers.ts';
import type { World } from '../kit/world.ts';
import { assessment, locks, named, reviewOfAnn, writes } from './arrange.ts';

const slow = 60_000;
let w: World;
const seen = (person: string) => w.as(person).sees();

describe('from the opening to the release', () => {
  beforeAll(async () => {
    w = await assessment('journey');
  }, slow);
  afterAll(() => w.end());

  test('everybody gets the self review beside their own numbers, and names their reviewers', () => {
    const ann = seen('ann');
    expect(ann).toContain('# Who should give you feedback? · 2027 Q1');
    expect(ann).toContain('by Wed 24 Mar: 3 to 8, 5 is a good number');
    expect(ann).toContain('| 王磊 | shares a goal with you | colleague |');
    expect(ann).toContain('# Your self review · 2027 Q1');
    expect(ann).toContain('| Cut the ticket backlog | 100 % | 75 % |');
    expect(seen('wang')).toContain('# 请谁来评价你？· 2027 Q1');
    expect(seen('mei')).toBe('');
  });

  test('three reports are asked about their manager; two are not: it could never be shown', () => {
    expect(seen('wang')).toContain('| 赵敏 | 下属 | 未开始 |');
    expect(seen('dev')).not.toContain('Bo Larsen');
    expect(seen('tom')).not.toContain('Carla');
  });

  test('what is wrong with the list is said beside the field, and nothing is kept', async () => {
    const ann = w.as('ann');
    await ann.presses('Choose myself');
    const form = ann.form();
    expect(form.fields.map((f) => f.value)).toEqual([['dev', 'wang', 'li'], undefined]);
    const no = await ann.submits({ peers: ['dev', 'bo', 'ann', 'mei'], partners: ['tom'] }, form);
    expect(no.errors?.peers).toContain('Bo Larsen rates as the manager already.');
    expect(no.errors?.partners).toContain('at least 3');
    const ghost = await ann.submits({ peers: ['dev', 'tom', 'mei'], partners: [] }, form);
    expect(ghost.errors?.peers).toContain('梅雪 cannot be asked');
    expect((await w.inside(() => nominations.must('q1:ann'))).state).toBe('open');
  });

  test('the manager approves; only then they are asked', async () => {
    await named(w, ['dev', 'tom', 'nina', 'hanna'], ['wang', 'li', 'zhao']);
    expect(seen('bo')).toContain('| Ann Miller | 4 | 3 | asked |');
    expect(seen('ann')).toContain('From now on nobody sees who answers and who does not.');
    expect(seen('dev')).toContain('# Feedback for a colleague');
    expect(seen('wang')).toContain('# 给 2 位同事的评价');
    expect(seen('tom')).toContain('only means of 3 or more people are shown');
  });

  test('a stale approval is answered with how it stands', async () => {
    const bo = w.as('bo');
    const { button } = w.platform.find('bo', 'Add', 'Reviewers of Ann');
    const token = button.token.replace('reviews.openAdd', 'reviews.approve').replace('}', ',"rev":1}');
    const again = await bo.sends({ kind: 'press', token });
    expect(again.toast).toContain('The list changed meanwhile');
    expect(again.card?.title).toBe('Reviewers of Ann Miller');
  });

  test('one tap a dimension, saved at once; a 5 asks for an example', async () => {
    const dev = w.as('dev');
    await dev.presses('Ann Miller');
    await dev.presses('Knows the craft: 5 · Outstanding');
    expect(seen('dev')).toContain('(Knows the craft: Sets the standard');
    expect(seen('dev')).toContain('Knows the craft: a 1 or a 5 needs an example of what happened.');
    expect((await dev.presses('Send')).toast).toBe('Still to rate: Works well with others.');
    await dev.presses('Works well with others: Can’t judge');
    expect((await dev.presses('Send')).toast).toBe('A 1 or a 5 needs an example: Knows the craft.');
    await dev.presses('Write the example');
    expect(dev.form().fields.map((f) => f.label)).toEqual([
      'Example: Knows the craft',
      'Keep doing',
      'Do differently',
    ]);
    const long = await dev.submits({ keep: 'x'.repeat(10_000) });
    expect(long.errors?.keep).toContain('1000');
    await dev.presses('Write the example');
    await dev.submits({
      'example:competencies': 'Found two errors before customers did.',
      keep: 'Great job!',
    });
    expect(seen('dev')).toContain('“Great” helps little: what did they do, and what did it change?');
    await dev.presses('Send');
    expect(dev.reply().toast).toBe('Sent, thank you.');
    expect(seen('dev')).toContain('| Ann Miller | colleague | sent |');
  });

  test('changed after it was sent: what was sent counts until the change is sent', async () => {
    const dev = w.as('dev');
    await dev.presses('Knows the craft: 4 · Exceeded');
    expect(seen('dev')).toContain('What you sent before counts until you send the change.');
    const id = (await reviewOfAnn(w, 'dev'))._id;
    expect((await w.inside(() => drafts.must(id))).sent?.levels.competencies).toBe('5');
    await dev.presses('Send the change');
    expect((await w.inside(() => drafts.must(id))).sent?.levels.competencies).toBe('4');
    await dev.presses('Take it back');
    expect((await w.inside(() => drafts.must(id))).sent).toBeUndefined();
    await dev.presses('Send');
  });

  test('nobody opens the review of somebody else, whatever their role', async () => {
    const { _id } = await reviewOfAnn(w, 'dev');
    for (const person of ['ann', 'bo', 'hanna', 'chen', 'tom']) {
      for (const what of ['open', 'openWords', 'send', 'takeBack', 'openDecline']) {
        const reply = await w
          .as(person)
          .sends({ kind: 'press', token: `reviews.${what} {"review":"${_id}"}` });
        expect(reply.toast).toMatch(/Only the one who was asked|只有受邀/);
        expect(reply.card ?? reply.open).toBeUndefined();
      }
    }
  });

  test('who declines is replaced; the reason goes nowhere', async () => {
    const [nina, bo] = [w.as('nina'), w.as('bo')];
    await nina.presses('Start');
    await nina.presses('Decline');
    await nina.submits({ reason: 'conflict', note: 'We **do not** talk <!channel>' });
    expect(seen('nina')).toContain('Your reason stays between you and me');
    expect(seen('bo')).toContain('| somebody else is needed |');
    await w.until('2027-03-24T13:00:00Z');
    expect(seen('bo')).toContain('Nina Rossi cannot do it: somebody else is needed.');
    expect(seen('bo')).not.toContain('We do not talk');
    expect(seen('ann')).not.toContain('cannot do it');
    await bo.presses('Replace', 'Reviewers of Ann');
    await bo.submits({ person: 'nina' });
    expect(bo.reply().errors?.person).toContain('in the list already');
    await bo.presses('Replace', 'Reviewers of Ann');
    await bo.submits({ person: 'carla' });
    expect(seen('bo')).not.toContain('cannot do it');
    expect(seen('carla')).toContain('| Ann Miller | colleague | not begun |');
    expect((await nina.presses('Ann Miller')).toast).toBeUndefined();
  });

  test('the others write', async () => {
    await writes(
      w,
      'tom',
      { competencies: '4', collaboration: '3' },
      'Wrote the list on Monday with Dev. Told @nina.',
    );
    await writes(w, 'hanna', { competencies: '3', collaboration: '4' }, 'Asked customers for reasons.');
    await writes(w, 'carla', { competencies: '4', collaboration: '4' }, 'Brought numbers to each meeting.');
    await writes(w, 'wang', { collaboration: '4' }, '发布前写好了交接清单。');
    await writes(w, 'li', { collaboration: '5' }, '主动同步数据。', '一直陪到我们能继续。');
  });

  test('late is taken in the days of grace', async () => {
    await w.until('2027-04-06T01:00:00Z');
    await writes(w, 'zhao', { collaboration: '3' }, '先讲清楚缺什么。');
    expect((await reviewOfAnn(w, 'zhao')).late).toBe(true);
  });

  test('until the lock nothing is published', async () => {
    expect(await w.inside(() => releaseOf('q1', 'ann'))).toBeUndefined();
    expect(await w.inside(() => answers.count({}))).toBe(0);
    await w.as('bo').types('/perf review ann');
    expect(seen('bo')).toContain('What colleagues say is put together when the assessment locks.');
  });

  test('at the lock it is frozen, and the way back to the giver is gone', async () => {
    await locks(w);
    const release = await w.inside(() => releaseOf('q1', 'ann'));
    expect(release?.dimensions).toEqual([
      { name: 'competencies', groups: [{ of: 'peer', value: '4', givers: '3-4' }] },
      {
        name: 'collaboration',
        groups: [
          { of: 'peer', value: '3.5', givers: '3-4' },
          { of: 'partner', value: '4', givers: '3-4' },
          // Beside three and three its distribution would tell theirs.
          { of: 'together', value: '4', givers: '5+' },
        ],
      },
    ]);
    expect(release?.lines.map((l) => l.text)).toContain('Wrote the list … with …');
    expect(await w.inside(() => drafts.count({}))).toBe(0);
    const kept = await w.inside(() => answers.find({ person: 'ann' }));
    expect(kept).toHaveLength(7);
    expect(Object.keys(kept[0] ?? {}).sort()).not.toContain('giver');
    expect(seen('dev')).toContain('not even I can tell which part is whose');
    const dev = w.as('dev');
    const { _id } = await reviewOfAnn(w, 'dev');
    const late = await dev.sends({ kind: 'press', token: `reviews.send {"review":"${_id}"}` });
    expect(late.toast).toContain('locked');
  });

  test('once: another run changes nothing', async () => {
    const before = await w.inside(() => releaseOf('q1', 'ann'));
    await locks(w);
    expect(await w.inside(() => releaseOf('q1', 'ann'))).toEqual(before);
  });

  test('the manager reads it, and that is kept; others are told who can', async () => {
    const bo = w.as('bo');
    await bo.types('/perf review Ann');
    expect(seen('bo')).toContain('| Works well with others | all together | 4 | 5+ |');
    expect(seen('bo')).toContain('No self review has been sent.');
    expect((await w.as('carla').types('/perf review ann')).toast).toContain('I find nobody “ann”');
    expect((await w.as('ann').types('/perf review ann')).toast).toContain('comes with your result');
    expect(
      (await w.as('ann').sends({ kind: 'press', token: 'reviews.received {"cycle":"q1","page":0}' })).toast,
    ).toContain('comes with your result');
  });
});
