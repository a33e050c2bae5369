/** A whole cycle of a company half of which has only Slack and half only Feishu; managers and their people are apart. */
import { verifyFacts } from '../../src/core/facts.ts';
import { cycles, participants } from '../../src/cycles/model.ts';
import { results } from '../../src/results/model.ts';
import { type Lived, lived } from '../cycle/lived.ts';
import { leftovers, refusals } from '../feishu-journey/compare.ts';
import { type HalfWorld, type HalfWorldOptions, halfWorld } from '../half-journey/half-world.ts';
import { besideRooms, misplaced, strangers } from '../half-journey/places.ts';

/** Everybody else has Feishu: bo and zhao, who lead ann and wang; dev, whom bo leads; lin, who is HR like hanna. */
const slackers = new Set(['ann', 'carla', 'chen', 'hanna', 'mei', 'sun', 'wang']);

interface How extends Pick<HalfWorldOptions, 'modes' | 'again'> {
  name: string;
}
const ways: How[] = [
  { name: 'half-cycle', modes: { slack: 'http', feishu: 'webhook' } },
  {
    name: 'half-cycle-rough',
    modes: { slack: 'socket', feishu: 'socket' },
    again: { slack: [0, 3_600_000], feishu: [0, 21_600_000] },
  },
];

/** Who plays presses and sends forms, which come once. Whoever says something, too, is an event, and that comes again. */
async function talked(how: How): Promise<Lived<HalfWorld>> {
  let quiet: HalfWorld | undefined;
  const whole = await lived(how.name, {}, async (opening) => {
    const w = await halfWorld({ ...opening, ...how, slackers });
    quiet = w;
    const until = async (iso: string) => {
      for (const who of ['ann', 'bo', 'wang', 'zhao']) await w.as(who).says('/perf help');
      await w.until(iso);
    };
    return { ...w, until };
  });
  // What was said last comes again, too.
  await quiet?.until(new Date(whole.w.clock.now().getTime() + 86_400_000).toISOString());
  return whole;
}

describe.each(ways)('$name: $modes.slack and $modes.feishu', (how) => {
  let whole: Lived<HalfWorld>;
  beforeAll(async () => {
    whole = await talked(how);
  }, 3_600_000);
  afterAll(() => whole?.w.end(), 120_000);

  test('it goes from the kick-off to a decided appeal, exported outcomes and the close', async () => {
    const { w, did } = whole;
    expect((await w.inside(() => cycles.find({}))).map((c) => c.state)).toEqual(['closed']);
    expect(await w.inside(() => participants.tally({ state: { $ne: 'final' } }, ['state']))).toEqual([]);
    expect(await w.inside(() => results.count({ source: 'appeal' }))).toBe(1);
    const deeds = did.map((d) => d.split(': ')[1]);
    for (const deed of ['appealed the result', 'agreed to the decision', 'exports the outcomes'])
      expect(deeds).toContain(deed);
  });

  test('neither platform refused anything, nothing came twice and nothing is left over', async () => {
    const { w } = whole;
    const { slack } = w.onSlack;
    const refused = slack.refused().map(({ method, error, messages }) => ({ method, error, messages }));
    expect(refused).toEqual([]);
    expect(slack.ledger.warnings).toEqual([]);
    expect(slack.ledger.troubles).toEqual([]);
    expect([...slack.posts().values()].filter((n) => n !== 1)).toEqual([]);
    const comes = 1 + (how.again?.slack?.length ?? 0);
    const told = slack.ledger.deliveries.filter((d) => d.kind === 'event');
    expect(told).toHaveLength(slack.ledger.events.length * comes);
    const { events } = w.onFeishu.feishu.push;
    expect(events.filter((e) => e.tries.length !== 1 + (how.again?.feishu?.length ?? 0))).toEqual([]);
    expect(Math.min(events.length, slack.ledger.events.length)).toBeGreaterThan(10);
    expect(refusals(w.onFeishu)).toEqual({ calls: [], events: [] });
    expect(await leftovers(w.onFeishu)).toEqual({ doubled: 0, dead: 0, jobs: 0 });
    const lost = { state: { $in: ['dead', 'unsure'] } };
    for (const rows of ['jobs', 'outbox'])
      expect(await w.store.connection.collection(rows).countDocuments(lost)).toBe(0);
    expect(await w.inside(() => verifyFacts())).toMatchObject({ whole: true, unsealed: 0 });
  });

  test('everybody is met where they work, and hears there what is said in rooms elsewhere', async () => {
    const { w, did } = whole;
    expect(await misplaced(w)).toEqual([]);
    expect(strangers(w)).toEqual([]);
    expect(w.platform.all()).toEqual([]);
    const { lanes, heard, missed } = await besideRooms(w);
    expect(missed).toEqual([]);
    expect(heard).toBeGreaterThan(0);
    process.stdout.write(`half cycle: ${figures(w, did)}; rooms ${lanes}, ${heard} cards of theirs beside\n`);
  });
});

function figures({ onSlack, onFeishu, sides }: HalfWorld, did: readonly string[]): string {
  const by = (side: readonly string[]) => did.filter((d) => side.includes(d.split(':')[0] ?? '')).length;
  const { slack } = onSlack;
  const { feishu } = onFeishu;
  return [
    `Slack ${by(sides.slack)} deeds, ${slack.ledger.deliveries.length} deliveries, ${slack.calls().length} calls, ${slack.posts().size} messages, ${onSlack.found.real} pressed in sight, ${onSlack.found.forged.length} by hand`,
    `Feishu ${by(sides.feishu)} deeds, ${feishu.push.events.length} events, ${feishu.log.length} calls, ${feishu.sent().length} messages, ${onFeishu.found.real} pressed in sight, ${onFeishu.found.forged.length} by hand`,
  ].join('; ');
}
