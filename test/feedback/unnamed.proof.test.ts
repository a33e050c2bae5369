/** Unnamed feedback from the first word to the pool: what the receiver, the manager and the store can tell. */
import { queueDaily } from '../../src/core/daily.ts';
import { facts } from '../../src/core/facts.ts';
import { jobs } from '../../src/core/job.ts';
import { outbox } from '../../src/core/outbox.ts';
import { feedbacks, requests } from '../../src/feedback/model.ts';
import { pools } from '../../src/feedback/pools.ts';
import { transcript } from '../kit/transcript.ts';
import { type World, world } from '../kit/world.ts';
import { seats } from './seats.ts';

const givers = ['tom', 'nina', 'wang', 'li', 'zhao', 'carla'];
const said = (giver: string) => `words by hand ${givers.indexOf(giver)}`;

describe.each([{ twice: false }, { twice: true, abortEvery: 5 }])('unnamed %j', (how) => {
  let w: World;
  const as = seats(() => w);
  const give = async (from: string, more: object = {}) => {
    await as(from).types('/perf feedback @ann');
    return as(from).submits({
      whom: 'ann',
      did: said(from),
      effect: 'an effect',
      next: `wish ${givers.indexOf(from)}`,
      visible: 'unnamed',
      ...more,
    });
  };
  /** All that lies in the store now, as it lies there: sealed. */
  const raw = async (collection: string) =>
    JSON.stringify(await w.store.connection.collection(collection).find({}).toArray());

  beforeAll(async () => {
    w = await world({ database: `feedback-unnamed-${how.twice}`, start: '2027-01-05T13:00:00Z', ...how });
  });
  afterAll(() => w.end());
  /** Straight to the morning of that day, where the weekly look is queued, and past it. */
  const pass = async (day: string) => {
    w.clock.moveTo(new Date(`${day}T06:30:00Z`));
    await queueDaily(w.parts);
    await w.until(`${day}T12:00:00Z`);
  };

  test('an answer that names nobody, and no trace anywhere else', async () => {
    const cards = w.platform.all().length;
    const reply = await give('tom');
    expect(reply.toast).toContain('without your name');
    expect(JSON.stringify(reply)).not.toMatch(/ann/i);
    expect((await give('wang')).toast).toContain('不留姓名');
    expect(w.platform.all()).toHaveLength(cards);
    expect(await w.inside(() => feedbacks.count({}))).toBe(0);
    expect((await w.inside(() => facts.find({}))).map((f) => f.kind)).toEqual([]);
    expect(await raw('jobs')).not.toMatch(/tom|wang|"ann"/);
    expect(await w.inside(() => outbox.count({}))).toBe(0);
    await as('tom').types('/perf feedback list');
    await as('tom').presses('Given');
    expect(as('tom').sees()).toContain('Nothing here yet.');
  });

  test('in the store: no giver, no time, no count, nothing in the order in which it came', async () => {
    const doc = JSON.parse(await raw('feedbackPools'))[0];
    expect(Object.keys(doc).sort()).toEqual(
      [
        '_id',
        'from',
        'open',
        'person',
        'published',
        'publishedMarks',
        'rev',
        'ripe',
        'salt',
        'to',
        'waiting',
        'waitingMarks',
      ].sort(),
    );
    expect(JSON.stringify(doc)).not.toMatch(/tom|wang|hand|wish \d/);
    const opened = await w.inside(() => pools.must(doc._id));
    expect(JSON.stringify(opened)).not.toMatch(/tom|wang/);
    expect(opened.waiting.map((p) => p.id)).toEqual(opened.waiting.map((p) => p.id).sort());
    for (const piece of opened.waiting)
      expect(Object.keys(piece).sort().join()).toMatch(/^(effect,)?id,kind,text$/);
  });

  test('two givers on Monday: nothing; the same giver again is not a third', async () => {
    await give('tom', { did: 'more by hand 0' });
    await pass('2027-01-11');
    expect(as('ann').sees()).toBe('');
    await as('ann').types('/perf feedback list');
    expect(as('ann').sees()).not.toContain('Without names');
    const [pool] = await w.inside(() => pools.find({ person: 'ann' }));
    const open = { kind: 'press', token: `feedback.pool {"pool":"${pool?._id}","page":0}` } as never;
    // For her it is not there: an empty card would tell that somebody wrote.
    expect((await as('ann').sends(open)).toast).toContain('no longer there');
  });

  test('the third one: not at once, on the next Monday; mixed, without a name, a number or a time', async () => {
    await give('li', { did: 'hand <@bo> and @nina.rossi' });
    expect(as('ann').sees()).not.toContain('hand');
    await pass('2027-01-18');
    const seen = as('ann').sees();
    expect(seen).toContain('What colleagues wrote without their names');
    expect(seen).toContain('“words by hand 0” It led to: an effect');
    expect(seen).toContain('“more by hand 0”');
    expect(seen).toContain('“hand … and …”');
    expect(seen).toContain('“wish 2”');
    const [pool] = await w.inside(() => pools.find({ person: 'ann' }));
    const open = { kind: 'press', token: `feedback.pool {"pool":"${pool?._id}","page":0}` } as never;
    for (const who of ['bo', 'hanna', 'tom'])
      expect((await as(who).sends(open)).toast).toBe('Only the person it is about can open this.');
    const card = as('ann').messages().at(-1)?.card;
    expect(transcript(card ?? { title: '', blocks: [] })).not.toMatch(
      /2027|@\w|[Tt]om|[Ww]ang|\b[345]\b people/,
    );
  });

  test('one or two more change nothing; three new ones come together', async () => {
    const before = as('ann').sees();
    await give('tom', { did: 'third by hand 0' });
    await give('nina');
    await give('zhao');
    await pass('2027-01-25');
    expect(as('ann').sees()).toBe(before);
    await give('carla');
    await pass('2027-02-01');
    expect(as('ann').sees()).toContain('words by hand 5');
    expect(as('ann').sees()).toContain('third by hand 0');
  });

  test('crawl: neither receiver nor manager sees a giver anywhere, whatever they press', async () => {
    const telling = new RegExp(`@(${givers.join('|')})\\b|Becker|Rossi|王磊|李娜|赵敏|Gómez`);
    for (const who of ['ann', 'bo', 'hanna', 'lin', 'chen']) {
      const person = as(who);
      await person.types('/perf feedback list');
      if (who === 'ann' || who === 'bo') await person.types('/perf note list @ann');
      await person.types('/perf');
      for (const token of [...new Set(tokensOf(who))]) await person.sends({ kind: 'press', token } as never);
      expect(person.sees()).not.toMatch(telling);
      const home = await person.home();
      expect(
        JSON.stringify(home.blocks.filter((b) => b.type !== 'people' && b.type !== 'table')),
      ).not.toContain('by hand');
    }
    const about = await w.inside(() => facts.find({}));
    expect(about.filter((f) => f.kind.startsWith('feedback.')).map((f) => [f.kind, f.by, f.about])).toEqual([
      ['feedback.pooled', 'system', 'ann'],
      ['feedback.pooled', 'system', 'ann'],
    ]);
  });

  const tokensOf = (who: string) =>
    w.platform
      .seenBy(who)
      .flatMap((m) => m.card.blocks)
      .flatMap((b) => (b.type === 'actions' ? b.items : []))
      .map((b) => b.token)
      .filter((token) => token.startsWith('feedback.'));

  test('an answer to a request without a name closes it like “not now”', async () => {
    await as('dev').types('/perf feedback');
    await as('dev').submits({ whom: ['tom', 'hanna'] });
    await as('tom').presses('Give feedback');
    await as('tom').submits({ whom: 'dev', did: 'x', effect: 'y', visible: 'unnamed' });
    await as('hanna').presses('Not now');
    const [a, b] = (await w.inside(() => requests.find({ from: 'dev' }))).map(({ _id, to, ...rest }) => rest);
    expect(a).toEqual(b);
    const cards = ['tom', 'hanna'].map((who) => as(who).messages().at(-1)?.card);
    expect(cards[0]).toEqual(cards[1]);
    expect(as('dev').sees()).not.toContain('Tom');
  });

  test('after the period: what was read stays, what waited and every mark of a giver is gone', async () => {
    await pass('2027-04-12');
    const all = await w.inside(() => pools.find({}, { sort: { person: 1 } }));
    for (const pool of all)
      expect(pool).toMatchObject({
        salt: '',
        waiting: [],
        waitingMarks: [],
        publishedMarks: [],
        ripe: false,
      });
    expect(all.find((p) => p.person === 'ann')?.published.length).toBeGreaterThan(6);
    expect(await w.inside(() => pools.count({ open: true }))).toBe(0);
    await give('tom');
    expect(await w.inside(() => pools.count({ person: 'ann' }))).toBe(2);
    expect(await w.inside(() => jobs.count({ state: 'dead' }))).toBe(0);
  });
});
