/** What managers do: words before the release, one result after the interview, their team's results; one's own archive. */
import { anyone } from '../core/actor.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import type { Sentence } from '../core/i18n.ts';
import { type Handler, on } from '../core/module.ts';
import { type Cycle, cycles, isIn, participantId, participants, schemeOf } from '../cycles/model.ts';
import { namesOf } from '../people/model.ts';
import { type Rating, ratingOf } from '../ratings/index.ts';
import {
  exportHistory,
  giveOne,
  openHistory,
  openTeam,
  openWords,
  pickPerson,
  pickWords,
  printRecord,
  saveWords,
} from './actions.ts';
import { signedOf } from './batches.ts';
import { historyCard, historyKey, teamCard } from './cards-team.ts';
import { historyExported, recordPrinted, wordsWritten } from './facts.ts';
import { gapsIn, wordsForm } from './forms.ts';
import { noteReading } from './handlers.ts';
import { historyFile } from './history-file.ts';
import { release } from './issue.ts';
import { say } from './messages.ts';
import { receiptOf, resultOf, results } from './model.ts';
import { narratives } from './narratives.ts';
import { leads, readsResult } from './policy.ts';
import { digestOf, recordFile, records } from './record.ts';
import { candidate, isCovered, liveIn } from './releasing.ts';
import { sceneOf, theResult } from './scene.ts';
import { showRead, summaryOf } from './shows.ts';
import { showTeam, teamOf, wantsWords } from './teams.ts';

interface Leading {
  cycle: Cycle;
  person: string;
  name: string;
  manager: string | undefined;
  rating: Rating | undefined;
}

async function leading(cycle: Cycle, person: string): Promise<Leading> {
  const place = await participants.get(participantId(cycle._id, person));
  const manager = place && isIn(place) ? place.manager : undefined;
  const name = (await namesOf([person]))(person);
  return { cycle, person, name, manager, rating: await ratingOf(cycle._id, person) };
}

async function led(ctx: Ctx, cycle: Cycle, person: string): Promise<Leading> {
  const at = await leading(cycle, person);
  const verdict = leads(ctx.actor, at);
  if (verdict !== true) throw new Refusal(verdict);
  return at;
}

const theCycle = (_: Ctx, { cycle }: { cycle: string }): Promise<Cycle> => cycles.must(cycle);
/** Whom it is about comes with the press: the handler asks the policy. */
const team = {
  touches: ['results:R'],
  load: theCycle,
  allow: anyone,
  redraw: async (cycle: Cycle, _: unknown, ctx: Ctx) => teamCard(await teamOf(cycle, ctx.actor.id)),
} as const;

/** @throws Refusal once it was given out, or while nothing is approved */
async function toWord({ cycle, person, rating }: Leading): Promise<Rating> {
  if (await receiptOf(cycle._id, person)) throw new Refusal((l) => say(l).wordsLate);
  if (!rating || !wantsWords(rating)) throw new Refusal((l) => say(l).nobodyToWrite);
  return rating;
}

async function openFor(ctx: Ctx, at: Leading) {
  const rating = await toWord(at);
  const before = await narratives.get(rating._id);
  // The words of an earlier manager are theirs: the new one begins anew.
  const mine = before?.by === ctx.actor.id ? before : undefined;
  return { open: wordsForm(rating, at.name, mine, ctx.actor.locale) };
}

const longest = 2000;

/** @throws Refusal beside the field that is missing or too long */
function readWords(values: Record<string, unknown>, dimensions: readonly string[]) {
  const fields: Record<string, Sentence> = {};
  const said = (name: string): string => {
    const text = String(values[name] ?? '').trim();
    if (text.length > longest) fields[name] = (l) => say(l).tooLong;
    return text;
  };
  const needed = (name: string): string => {
    const text = said(name);
    if (text === '') fields[name] = (l) => say(l).needed;
    return text;
  };
  const strengths = needed('strengths');
  const improve = needed('improve');
  const gaps = dimensions.flatMap((dimension, i) => {
    const [cause, measure] = [said(`cause_${i}`), said(`measure_${i}`)];
    if ((cause === '') !== (measure === ''))
      fields[cause === '' ? `cause_${i}` : `measure_${i}`] = (l) => say(l).together;
    return cause === '' ? [] : [{ dimension, cause, measure }];
  });
  const [first] = Object.values(fields);
  if (first) throw new Refusal(first, fields);
  return { strengths, improve, gaps };
}

export const leadHandlers: readonly Handler[] = [
  on(openTeam, {
    ...team,
    run: (ctx, cycle) => showTeam(ctx, cycle, ctx.actor.id, { anew: true }),
  }),
  on(openWords, {
    ...team,
    run: (ctx, cycle) => showTeam(ctx, cycle, ctx.actor.id, { anew: true }),
  }),
  on(pickWords, {
    ...team,
    touches: ['results:W'],
    opens: true,
    run: async (ctx, cycle, _, { value }) => openFor(ctx, await led(ctx, cycle, value)),
  }),
  on(saveWords, {
    touches: ['results:W'],
    load: async (_, { cycle, person }) => leading(await cycles.must(cycle), person),
    allow: leads,
    async run(ctx, at, _, values) {
      const { cycle, person } = at;
      const said = readWords(values, gapsIn(await toWord(at)));
      const _id = participantId(cycle._id, person);
      const doc = { _id, cycle: cycle._id, person, by: ctx.actor.id, at: ctx.now, ...said };
      const before = await narratives.get(_id);
      await (before ? narratives.save({ ...doc, rev: before.rev }) : narratives.insert(doc));
      ctx.record(wordsWritten, { about: person, ref: cycle._id, data: {} });
      await showTeam(ctx, cycle, ctx.actor.id);
      return { toast: say(ctx.actor.locale).wordsKept };
    },
  }),
  on(pickPerson, {
    ...team,
    async run(ctx, cycle, _, { value }) {
      const result = await resultOf(cycle._id, value);
      const name = (await namesOf([value]))(value);
      if (!result) throw new Refusal((l) => say(l).noResultOf(name));
      const scene = await sceneOf(ctx, result);
      const verdict = readsResult(ctx.actor, scene);
      if (verdict !== true) throw new Refusal(verdict);
      noteReading(ctx, scene);
      await showRead(ctx, result, scene.receipt, 0, { anew: true });
    },
  }),
  on(giveOne, {
    ...team,
    touches: ['results:W'],
    async run(ctx, cycle, _, { value }) {
      const at = await led(ctx, cycle, value);
      await giveReport(ctx, at);
      await showTeam(ctx, cycle, ctx.actor.id);
      return { toast: say(ctx.actor.locale).givenTo(at.name) };
    },
  }),
];

/** After the interview, with HR's sign-off given before. */
async function giveReport(ctx: Ctx, { cycle, person, name }: Leading): Promise<void> {
  const place = await participants.must(participantId(cycle._id, person));
  if (cycle.state !== 'running') throw new Refusal((l) => say(l).cycleNotRunning);
  if (schemeOf(cycle, place).rewards.release !== 'manager') throw new Refusal((l) => say(l).byHr);
  const one = await candidate(cycle, place, await liveIn(cycle));
  if (one.standing === 'released') throw new Refusal((l) => say(l).alreadyOut(name));
  if (one.standing !== 'ready' || !one.rating) throw new Refusal((l) => say(l).notReady(name));
  if (!(await isCovered(await signedOf(cycle._id), one))) throw new Refusal((l) => say(l).notCovered(name));
  await release(ctx, cycle, place, one.rating);
}

export const archiveHandlers: readonly Handler[] = [
  on(openHistory, {
    touches: ['results:R'],
    load: (ctx) => results.find({ person: ctx.actor.id }, { sort: { at: -1 } }),
    allow: anyone,
    async run(ctx, all, { page }) {
      ctx.show(historyKey, { person: ctx.actor.id }, historyCard(all, page), { anew: page === 0 });
    },
  }),
  on(exportHistory, {
    touches: ['results:R'],
    load: (ctx) => results.find({ person: ctx.actor.id }, { sort: { at: -1 } }),
    allow: anyone,
    async run(ctx, all, { as }) {
      if (all.length === 0) throw new Refusal((l) => say(l).noResult);
      const file = historyFile(all, as, await ctx.view());
      ctx.attach(`results.history:${ctx.id('file')}`, { person: ctx.actor.id }, file);
      ctx.record(historyExported, { about: ctx.actor.id, data: { results: all.length } });
      return { toast: say(ctx.actor.locale).fileComes };
    },
  }),
  on(printRecord, {
    touches: ['results:R'],
    load: theResult,
    allow: readsResult,
    async run(ctx, scene) {
      noteReading(ctx, scene);
      const { result, receipt } = scene;
      const names = await namesOf([
        result.by,
        ...(result.rater ? [result.rater] : []),
        ...(result.narrative ? [result.narrative.by] : []),
      ]);
      const summary = await summaryOf(result, receipt, result.person === ctx.actor.id);
      const file = recordFile(summary, names, await ctx.view());
      const _id = digestOf(file.bytes);
      if (!(await records.get(_id)))
        await records.insert({ _id, result: result._id, person: result.person, at: ctx.now });
      ctx.attach(`results.record:${ctx.id('file')}`, { person: ctx.actor.id }, file);
      ctx.record(recordPrinted, {
        about: result.person,
        ref: result.cycle,
        data: { version: result.version },
      });
      return { toast: say(ctx.actor.locale).recordComes };
    },
  }),
];
