/** `/perf audit`: what was done, by whom and when, and who read it; for HR also as a file. */
import type { Actor } from '../core/actor.ts';
import type { Answer } from '../core/card.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { listWords } from '../core/i18n.ts';
import { command, on } from '../core/module.ts';
import { cycles } from '../cycles/model.ts';
import { findPeople } from '../people/find.ts';
import { people } from '../people/model.ts';
import { hrOnly, isHr } from '../people/policy.ts';
import { folded } from '../people/search.ts';
import { auditExported, auditRead, organisation, showAudit } from './actions.ts';
import { type AuditPage, auditCard } from './cards.ts';
import { namesIn, sentence } from './facts.ts';
import { exportAudit } from './jobs.ts';
import { sayAudit } from './messages-audit.ts';
import { allFacts, factsOf } from './model.ts';
import { mayReadAudit, type Reading } from './policy.ts';

/** Documents behind what somebody wants to read; `about` is an id, or empty for everything. */
async function readingOf(who: Actor, about: string): Promise<Reading> {
  const person = about ? await people.get(about) : undefined;
  const units = who.roles.includes('hrbp') ? ((await people.get(who.id))?.partnerOf ?? []) : [];
  return { about, units, ...(person && { person }) };
}

/** Whom or what somebody typed. Names are looked up only for those who may read about others. */
async function typed(ctx: Ctx, text: string): Promise<Reading> {
  const who = ctx.actor;
  const wanted = text.replace(/^[<@\s]+|[>\s]+$/g, '');
  if (wanted === '') return readingOf(who, isHr(who) ? '' : who.id);
  if (wanted === who.id || !(isHr(who) || who.roles.includes('hrbp'))) return readingOf(who, wanted);
  return readingOf(who, await idOf(ctx, wanted));
}

/** One cycle a quarter for half a century. */
const mostCycles = 200;

interface Meant {
  id: string;
  name: string;
}

async function idOf(ctx: Ctx, wanted: string): Promise<string> {
  if ((await people.get(wanted)) ?? (await cycles.get(wanted))) return wanted;
  const all = await meant(ctx, wanted);
  const exact = all.filter(({ name }) =>
    [folded(name), ...folded(name).split(/\s+/)].includes(folded(wanted)),
  );
  const [only, ...others] = exact.length === 1 ? exact : all;
  if (!only) throw new Refusal((l) => sayAudit(l).nobody([...wanted].slice(0, 60).join('')));
  const names = all.slice(0, 8).map((one) => one.name);
  if (others.length > 0) throw new Refusal((l) => sayAudit(l).several(listWords(l, names)));
  return only.id;
}

/** Those who left are found by their address only: the search is for people who are here. */
async function meant(ctx: Ctx, wanted: string): Promise<Meant[]> {
  const email = await people.one({ email: wanted.toLowerCase() });
  const found = email ? [email] : await findPeople([...wanted].slice(0, 100).join(''), ctx.now);
  const known = await cycles.find({}, { sort: { _id: 1 }, limit: mostCycles });
  const named = known.filter((c) => folded(c.name) === folded(wanted));
  return [...found, ...named].map(({ _id, name }) => ({ id: _id, name }));
}

async function show(ctx: Ctx, { about, person }: Reading, page: number): Promise<Answer> {
  const found = about === '' ? await allFacts(page) : await factsOf(about, page);
  const names = await namesIn(found.rows);
  const cycle = about && !person ? await cycles.get(about) : undefined;
  const own = about === '' || about === ctx.actor.id;
  // Reading about others is itself an entry, once for each time somebody begins to read.
  if (page === 0 && about !== ctx.actor.id) ctx.record(auditRead, { about: about || organisation, data: {} });
  const lines = found.rows.map((row) => ({
    at: row.at,
    sentence: (l: Parameters<typeof sentence>[3]) => sentence(ctx.registry, row, names, l),
  }));
  const draw: AuditPage = { about, lines, page, more: found.more };
  const name = own ? undefined : (person?.name ?? cycle?.name ?? about);
  return { card: auditCard({ ...draw, ...(name !== undefined && { name }) })(await ctx.view()) };
}

export const auditHandlers = [
  on(showAudit, {
    touches: ['audit:R'],
    load: (ctx, { about }) => readingOf(ctx.actor, about),
    allow: mayReadAudit,
    run: (ctx, reading, { page }) => show(ctx, reading, page),
  }),
];

export const auditCommands = [
  command('audit', {
    aliases: ['审计', '操作记录'],
    help: (l) => sayAudit(l).help,
    touches: ['audit:R'],
    load: (ctx, { text }) => typed(ctx, text),
    allow: mayReadAudit,
    run: (ctx, reading) => show(ctx, reading, 0),
  }),
  command('audit export', {
    aliases: ['审计 导出', '操作记录 导出', 'audit 导出'],
    help: (l) => sayAudit(l).exportHelp,
    listed: isHr,
    touches: ['audit:R'],
    load: async () => undefined,
    allow: hrOnly,
    async run(ctx) {
      ctx.record(auditExported, { about: organisation, data: {} });
      ctx.later(exportAudit, { to: ctx.actor.id, file: ctx.id('audit'), after: 0, part: 1 });
      return { toast: sayAudit(ctx.actor.locale).exportComes };
    },
  }),
];
