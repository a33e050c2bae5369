/** Goals of the company and its units: published, read by everybody, withdrawn. */
import { anyone } from '../core/actor.ts';
import { addDays, addMonths, dayIn, isDay } from '../core/calendar.ts';
import type { Block, Form } from '../core/card.ts';
import type { Ctx, Draw } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { dayWords, type Locale, listWords } from '../core/i18n.ts';
import { lines } from '../core/md.ts';
import { say as core } from '../core/messages.ts';
import { type Command, command, type Handler, on } from '../core/module.ts';
import { people } from '../people/model.ts';
import { longestTitle, openCompany, publishGoal, savePublished, withdrawCompany } from './actions.ts';
import { buttons, note, text } from './blocks.ts';
import { type CompanyGoal, companyGoals } from './company.ts';
import { companyGoalPublished } from './facts.ts';
import { firm } from './messages-company.ts';
import { ask } from './messages-form.ts';
import { goals } from './model.ts';
import { publishers } from './policy.ts';

export const companyKey = 'goals.company';

export interface Published {
  goal: CompanyGoal;
  /** How many people's goals serve it. */
  aligned: number;
}

export const companyCard =
  (all: readonly Published[], canPublish: boolean): Draw =>
  ({ locale, now }) => {
    const words = firm(locale);
    const told = all.map(({ goal, aligned }): Block => {
      const days = [goal.from, goal.to].map((d) => dayWords(locale, d, now));
      const head = words.line(goal.title, goal.unit ?? words.company, days[0] ?? '', days[1] ?? '');
      return text(lines(head, aligned > 0 && words.aligned(String(aligned))));
    });
    const withdraw: Block = {
      type: 'choices',
      label: words.withdraw,
      token: withdrawCompany.token({}),
      options: all.map(({ goal }) => ({ label: goal.title, value: goal._id })),
    };
    return {
      title: words.title,
      blocks: [
        ...(told.length > 0 ? told : [note(words.none)]),
        ...(canPublish
          ? buttons([{ label: words.publish, token: publishGoal.token({}), style: 'primary' as const }])
          : []),
        ...(canPublish && told.length > 0 ? [withdraw] : []),
      ],
    };
  };

/** Published goals whose end has not passed, with how many people's goals serve each. */
async function published(now: Date): Promise<Published[]> {
  const today = dayIn('UTC', now);
  const all = await companyGoals.find(
    { state: 'published', to: { $gte: addDays(today, -1) } },
    { sort: { at: 1, _id: 1 } },
  );
  const rows: Published[] = [];
  for (const goal of all)
    rows.push({ goal, aligned: await goals.count({ 'parent.id': goal._id, state: 'agreed' }) });
  return rows;
}

async function showCompany(ctx: Ctx, options: { anew?: true } = {}): Promise<void> {
  const may = publishers(ctx.actor, undefined) === true;
  ctx.show(companyKey, { person: ctx.actor.id }, companyCard(await published(ctx.now), may), options);
}

function publishForm(l: Locale, from: string, to: string): Form {
  const words = ask(l);
  return {
    title: words.publishTitle,
    intro: words.publishIntro,
    submit: words.save,
    token: savePublished.token({}),
    fields: [
      { name: 'title', label: words.title, type: 'text', required: true, max: longestTitle },
      { name: 'why', label: words.why, type: 'text', lines: 2, max: 1000 },
      { name: 'unit', label: words.unitOnly, type: 'text', hint: words.unitOnlyHint, max: 100 },
      { name: 'from', label: words.periodFrom, type: 'date', required: true, value: from },
      { name: 'to', label: words.periodTo, type: 'date', required: true, value: to },
    ],
  };
}

const nothing = async () => undefined;
const publishing = { touches: ['goals:W'], load: nothing, allow: publishers } as const;

/** The unit as people's records spell it. @throws Refusal for one in which nobody works */
async function knownUnit(typed: string | undefined): Promise<string | undefined> {
  if (typed === undefined) return undefined;
  const rows = await people.tally({}, ['unit']);
  const units = rows.map((r) => r._id.unit).sort();
  const found = units.find((u) => u.toLowerCase() === typed.toLowerCase());
  if (found !== undefined) return found;
  throw new Refusal((l) => core(l).formWrong, { unit: (l) => firm(l).noUnit(listWords(l, units)) });
}

function mustBeDays(from: string, to: string): void {
  const wrong = Object.entries({ from, to }).filter(([, d]) => !isDay(d));
  if (wrong.length > 0)
    throw new Refusal(
      (l) => core(l).formWrong,
      Object.fromEntries(wrong.map(([name]) => [name, (l: Locale) => core(l).badDay])),
    );
  if (to < from) throw new Refusal((l) => core(l).formWrong, { to: (l) => firm(l).order });
}

export const companyHandlers: readonly Handler[] = [
  on(openCompany, {
    touches: ['goals:R'],
    load: nothing,
    allow: anyone,
    run: (ctx) => showCompany(ctx, { anew: true }),
  }),
  on(publishGoal, {
    ...publishing,
    opens: true,
    async run(ctx) {
      const from = `${dayIn(ctx.actor.zone, ctx.now).slice(0, 8)}01`;
      return { open: publishForm(ctx.actor.locale, from, addDays(addMonths(from, 3), -1)) };
    },
  }),
  on(savePublished, {
    ...publishing,
    async run(ctx, _, __, { title, why, unit: typed, from, to }) {
      mustBeDays(from, to);
      const unit = await knownUnit(typed);
      const goal = await companyGoals.insert({
        _id: ctx.id('company'),
        title,
        from,
        to,
        state: 'published',
        by: ctx.actor.id,
        at: ctx.now,
        ...(why && { why }),
        ...(unit && { unit }),
      });
      ctx.record(companyGoalPublished, { about: 'company', data: { goal: goal._id } });
      await showCompany(ctx);
      return { toast: firm(ctx.actor.locale).published };
    },
  }),
  on(withdrawCompany, {
    ...publishing,
    async run(ctx, _, __, { value }) {
      const goal = await companyGoals.get(value);
      if (goal?.state !== 'published') throw new Refusal((l) => firm(l).gone);
      await companyGoals.save({ ...goal, state: 'withdrawn' });
      await showCompany(ctx);
      return { toast: firm(ctx.actor.locale).withdrawn };
    },
  }),
];

export const companyCommand: Command = command('goals company', {
  aliases: ['公司目标'],
  help: (l) => firm(l).help,
  touches: ['goals:R'],
  load: nothing,
  allow: anyone,
  run: (ctx) => showCompany(ctx, { anew: true }),
});
