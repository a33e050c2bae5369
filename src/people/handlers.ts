/** `/perf settings`: each person's own; HR also sets the organisation's. */
import { anyone } from '../core/actor.ts';
import type { Answer, Card } from '../core/card.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { say as core } from '../core/messages.ts';
import { command, on } from '../core/module.ts';
import { openRoom, rooms } from '../core/room.ts';
import {
  chooseLocale,
  chooseQuiet,
  openOrganisation,
  openSettings,
  saveOrganisation,
  saveSettings,
} from './actions.ts';
import { settingsChanged } from './facts.ts';
import { saySettings } from './messages-settings.ts';
import { type Organisation, organisations, type Person, people, settings } from './model.ts';
import { hrOnly, isHr } from './policy.ts';
import { organisationForm, settingsCard, settingsForm } from './settings-cards.ts';
import { readQuiet, readValues, readZone } from './settings-rules.ts';

const me = (ctx: Ctx) => people.must(ctx.actor.id);

/** Drawn for the person as stored: after a change of language it speaks the new one. */
const drawn = async (ctx: Ctx, mine: Person): Promise<Card> =>
  settingsCard(mine, isHr(ctx.actor))(await ctx.view());

type Own = Partial<Pick<Person, 'locale' | 'zone' | 'quiet'>>;

async function keep(ctx: Ctx, mine: Person, set: Own): Promise<Answer> {
  const next = { ...mine, ...set };
  const what = (['locale', 'zone', 'quiet'] as const).filter(
    (field) => JSON.stringify(mine[field]) !== JSON.stringify(next[field]),
  );
  // Somebody may be the first in their zone: queueDaily looks at everybody's zones each minute and queues the daily jobs there.
  const saved = what.length > 0 ? await people.save(next) : mine;
  if (what.length > 0) ctx.record(settingsChanged, { about: mine._id, data: { what } });
  // What is drawn from here on speaks the new language.
  await ctx.reach([mine._id]);
  const words = saySettings(saved.locale);
  return {
    toast: what.includes('zone') ? words.zoneMoved(saved.zone) : words.saved,
    card: await drawn(ctx, saved),
  };
}

export const settingsCommand = command('settings', {
  aliases: ['设置', 'setting'],
  help: (l) => saySettings(l).help,
  touches: ['settings:R'],
  load: me,
  allow: anyone,
  run: async (ctx, mine) => ({ card: await drawn(ctx, mine) }),
});

export const settingsHandlers = [
  on(chooseLocale, {
    touches: ['settings:W'],
    load: me,
    allow: anyone,
    run: (ctx, mine, _, { value }) => keep(ctx, mine, { locale: value }),
  }),
  on(chooseQuiet, {
    touches: ['settings:W'],
    load: me,
    allow: anyone,
    run: (ctx, mine, _, { value }) => {
      const [from, to] = value.split('-');
      return keep(ctx, mine, { quiet: readQuiet(from ?? '', to ?? '') });
    },
  }),
  on(openSettings, {
    touches: ['settings:R'],
    load: me,
    allow: anyone,
    opens: true,
    run: async (ctx, mine) => ({ open: settingsForm(mine, await ctx.view()) }),
  }),
  on(saveSettings, {
    touches: ['settings:W'],
    load: me,
    allow: anyone,
    run: (ctx, mine, _, { zone, from, to }) =>
      keep(ctx, mine, { zone: readZone(zone), quiet: readQuiet(from, to) }),
  }),
  on(openOrganisation, {
    touches: ['settings:R'],
    load: settings,
    allow: hrOnly,
    opens: true,
    run: async (ctx, org) => ({ open: organisationForm(org, await ctx.view()) }),
  }),
  on(saveOrganisation, {
    touches: ['settings:W'],
    load: settings,
    allow: hrOnly,
    async run(ctx, org, { rev }, { name, locale, zone, announce, values }) {
      if (org.rev !== rev) throw new Refusal((l) => core(l).changed);
      const room = await announceIn(org, announce);
      const { values: _, ...kept } = org;
      const named = readValues(values ?? '');
      const next: Organisation = {
        ...kept,
        name,
        locale,
        zone: readZone(zone),
        announce: room,
        ...(named.length > 0 && { values: named }),
      };
      await organisations.save(next);
      const what = (['name', 'locale', 'zone', 'announce', 'values'] as const).filter(
        (field) => JSON.stringify(org[field]) !== JSON.stringify(next[field]),
      );
      ctx.record(settingsChanged, { about: 'organisation', data: { what } });
      return { toast: saySettings((await ctx.view()).locale).saved };
    },
  }),
];

/** Another name is another room, with the people of the present one in it. */
async function announceIn(org: Organisation, name: string): Promise<Organisation['announce']> {
  if (name === org.announce.name) return org.announce;
  const now = await rooms.get(org.announce.room);
  const key = `announce:${name.toLowerCase()}`;
  if (now) await openRoom(key, name, now.members, now.lane);
  return now ? { room: key, name } : { ...org.announce, name };
}
