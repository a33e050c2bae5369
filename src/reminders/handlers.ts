/** `/perf remind`, and the buttons of the digest. */
import { anyone } from '../core/actor.ts';
import { dayIn } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { tasksOf } from '../core/home.ts';
import { dayWords } from '../core/i18n.ts';
import { command, on } from '../core/module.ts';
import { calendarOf, people } from '../people/model.ts';
import { askedToRemind, remindNow, rest } from './actions.ts';
import { lookingCard } from './cards.ts';
import { say } from './messages.ts';
import { reminded } from './model.ts';
import { listKey, lookThrough, remindThem } from './open.ts';
import { mayRemind, scopeOf } from './policy.ts';
import { awake, rested, restUntil } from './rules.ts';

const ownDigest = async (ctx: Ctx) => ({
  person: await people.must(ctx.actor.id),
  digest: await reminded.get(ctx.actor.id),
});

export const handlers = [
  // The digest is the presser's own whatever the button says; the card is drawn anew by the live list.
  on(rest, {
    touches: ['completion:W'],
    load: ownDigest,
    allow: anyone,
    async run(ctx, { person, digest }, { day }) {
      if (digest?.day !== day) throw new Refusal((l) => say(l).olderButton);
      const today = dayIn(person.zone, ctx.now);
      const open = await tasksOf(ctx.registry, person._id, ctx.now);
      const listed = awake(open, today, digest.snoozed).filter((t) => digest.tasks.includes(t.key));
      if (listed.length === 0) throw new Refusal((l) => say(l).nothingToRest);
      const until = restUntil(today, await calendarOf(person));
      const keys = listed.map((t) => t.key);
      await reminded.save({ ...digest, snoozed: rested(digest.snoozed, keys, until) });
      const { locale } = ctx.actor;
      return { toast: say(locale).restToast(dayWords(locale, until, ctx.now)) };
    },
  }),
  on(remindNow, {
    touches: ['completion:W'],
    load: (ctx) => scopeOf(ctx.actor),
    allow: mayRemind,
    async run(ctx, scope, { list }) {
      if (!scope) throw new Refusal((l) => say(l).whoMayRemind);
      ctx.record(askedToRemind, { about: ctx.actor.id, data: { whom: scope.kind } });
      ctx.later(remindThem, {
        by: ctx.actor.id,
        list,
        scope,
        after: '',
        now: 0,
        later: 0,
        before: [],
        more: 0,
      });
      return { toast: say(ctx.actor.locale).onItsWay };
    },
  }),
];

export const commands = [
  command('remind', {
    aliases: ['提醒', '催办'],
    help: (l) => say(l).remindHelp,
    listed: (who) => who.roles.length > 0,
    touches: ['completion:R'],
    load: (ctx) => scopeOf(ctx.actor),
    allow: mayRemind,
    async run(ctx, scope) {
      if (!scope) throw new Refusal((l) => say(l).whoMayRemind);
      const list = ctx.id('list');
      const start = { people: 0, open: 0, phases: {}, team: [] };
      ctx.later(lookThrough, { by: ctx.actor.id, list, scope, after: '', ...start });
      ctx.show(listKey(list), { person: ctx.actor.id }, lookingCard(0), { priority: 'reply' });
    },
  }),
];
