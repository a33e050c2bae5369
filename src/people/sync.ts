/**
 * People as their platform knows them. The first look makes an organisation of them, and HR of whoever runs the workspace.
 * Later ones link accounts by e-mail address at once; all that would change somebody's line, unit or stay is a preview
 * that HR applies, like a file.
 */
import { z } from 'zod';
import { dayIn } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import { daily } from '../core/daily.ts';
import { type Doc, entity } from '../core/entity.ts';
import { Refusal } from '../core/errors.ts';
import { job } from '../core/job.ts';
import { command } from '../core/module.ts';
import { type Adapter, type Member, PlatformError, type Tenant } from '../core/platform.ts';
import { openRoom } from '../core/room.ts';
import { scope } from '../core/store.ts';
import {
  accountKey,
  linkAccounts,
  missingAmong,
  noteAccounts,
  tenantKey,
  unlinkAll,
  unlinkGone,
} from './accounts.ts';
import { welcomeHrCard } from './cards.ts';
import { planFor, preview, write } from './import-jobs.ts';
import { imports, keepList } from './import-model.ts';
import { end } from './import-show.ts';
import { sayImport } from './messages-import.ts';
import { isActive, organisations, people, settings } from './model.ts';
import { hrOnly, isHr } from './policy.ts';
import { rowsOf, usual } from './sync-rules.ts';

interface Sync extends Doc {
  /** Of what HR was shown last: the same is not shown again by itself. */
  digest: string;
  import?: string;
}

export const syncs = entity<Sync>('syncs', { fields: { digest: String, import: String } });

/** `by`: who asked for it. */
export const syncPeople = job(
  'people.sync',
  { platform: z.string(), tenant: z.string(), by: z.string().optional() },
  async (ctx, { by, ...of }, _, before) => {
    if (before === notServed) return forget(ctx, of);
    const listed = before as Member[];
    await noteAccounts(of, listed);
    const members = [...listed, ...(await missingAmong(of, listed))];
    await linkAccounts(await people.find({}));
    const here = (await people.find({})).filter((p) => isActive(p, dayIn(p.zone, ctx.now)));
    const office = here.filter((p) => p.roles.some((r) => r === 'hr' || r === 'hrHead'));
    const [first] = office.map((p) => p._id).sort();
    if (first === undefined) await begin(ctx, of, members);
    else await compare(ctx, of, members, { to: by ?? first, asked: by !== undefined });
    await unlinkGone(of, listed);
  },
  {
    before: async ({ adapters }, { platform, tenant }) => membersIn(adapters.get(platform), tenant),
  },
);

const notServed = 'not served';

/** Only what the platform itself knows to be gone: one that is merely away is asked again. */
async function membersIn(adapter: Adapter | undefined, tenant: string): Promise<Member[] | typeof notServed> {
  try {
    return (await adapter?.members(tenant)) ?? [];
  } catch (e) {
    const gone = e instanceof PlatformError && e.kind === 'gone';
    if (gone && adapter && !(await adapter.tenants()).includes(tenant)) return notServed;
    throw e;
  }
}

/** What was proposed from there is not applied any more, either. */
async function forget(ctx: Ctx, of: Tenant): Promise<void> {
  await endLast(ctx, await syncs.get(tenantKey(of)));
  await syncs.remove({ _id: tenantKey(of) });
  await unlinkAll(of);
}

async function endLast(ctx: Ctx, last: Sync | undefined): Promise<void> {
  const open = last?.import ? await imports.get(last.import) : undefined;
  if (open && ['ready', 'asking'].includes(open.state)) await end(ctx, open);
}

async function linesFor(ctx: Ctx, of: Tenant, members: readonly Member[], isFirst: boolean) {
  const { name, zone, firstHr = [] } = await settings();
  return rowsOf(members, {
    people: await people.find({}),
    keyOf: (account) => accountKey(of, account),
    today: dayIn(zone, ctx.now),
    organisation: name,
    first: isFirst ? firstHr : undefined,
  });
}

/** Nobody is HR: there is nobody to ask and nothing to lose. */
async function begin(ctx: Ctx, of: Tenant, members: readonly Member[]): Promise<void> {
  await describe(members);
  const source = { _id: `people.sync:${tenantKey(of)}` };
  const { changes, figures } = await planFor(ctx, 'system', await linesFor(ctx, of, members, true));
  await write(ctx, source, changes);
  const everybody = await people.find({}, { sort: { _id: 1 } });
  await linkAccounts(everybody);
  const { announce } = await settings();
  await openRoom(
    announce.room,
    announce.name,
    everybody.map((p) => p._id),
    tenantKey(of),
  );
  const office = everybody.filter((p) => p.roles.includes('hrHead'));
  if (office.length === 0) ctx.log.warn({ of }, 'nobody runs this workspace, so nobody is HR yet');
  for (const { _id } of office)
    ctx.show('people.welcome', { person: _id }, welcomeHrCard(of.platform, figures.added));
}

/** Zone, language and holidays as most of its people have them; HR changes them in the settings. */
async function describe(members: readonly Member[]): Promise<void> {
  const org = await settings();
  const zone = usual(members.map((m) => m.zone)) ?? org.zone;
  const [, calendar = org.calendar] = calendarsByZone.find(([where]) => where.test(zone)) ?? [];
  await organisations.save({
    ...org,
    zone,
    calendar,
    locale: usual(members.map((m) => m.locale)) ?? org.locale,
  });
}

const calendarsByZone: readonly (readonly [RegExp, string])[] = [
  [/^Asia\/(Shanghai|Chongqing|Urumqi|Harbin)$/, 'cn'],
  [/^Europe\//, 'de'],
  [/^(America|US)\//, 'us'],
];

async function compare(
  ctx: Ctx,
  of: Tenant,
  members: readonly Member[],
  { to, asked }: { to: string; asked: boolean },
): Promise<void> {
  const rows = await linesFor(ctx, of, members, false);
  const plan = await planFor(ctx, to, rows);
  const last = await syncs.get(tenantKey(of));
  const news = plan.changes.length > 0 && (asked || plan.digest !== last?.digest);
  if (!news) return asked ? sayNothingNew(ctx, of, to) : undefined;
  await endLast(ctx, last);
  const doc = await imports.insert({
    _id: ctx.id('import'),
    by: to,
    at: ctx.now,
    state: 'reading',
    fileName: of.platform,
    encoding: 'utf-8',
    ignored: [],
  });
  await keepList(doc, 'rows', rows);
  await preview(ctx, doc, plan, false);
  const now = { _id: tenantKey(of), digest: plan.digest, import: doc._id };
  await (last ? syncs.save({ ...now, rev: last.rev }) : syncs.insert(now));
}

function sayNothingNew(ctx: Ctx, of: Tenant, to: string): void {
  const key = `people.same:${tenantKey(of)}:${ctx.now.toISOString()}`;
  ctx.tell(key, { person: to }, ({ locale }) => ({
    title: sayImport(locale).syncTitle(of.platform),
    blocks: [{ type: 'text', text: sayImport(locale).syncSame }],
  }));
}

export const syncCommand = command('people sync', {
  aliases: ['人员 同步', '同步人员', 'people 同步'],
  help: (l) => sayImport(l).syncHelp,
  listed: isHr,
  touches: ['people:W'],
  load: async () => undefined,
  allow: hrOnly,
  async run(ctx) {
    const { platform = 'web', tenant = 'local' } = ctx.where ?? {};
    if (platform === 'web') throw new Refusal((l) => sayImport(l).syncNowhere);
    const key = `people.sync:${platform}:${tenant}:${ctx.id('asked')}`;
    ctx.later(syncPeople, { platform, tenant, by: ctx.actor.id }, { key });
    return { toast: sayImport(ctx.actor.locale).syncing(platform) };
  },
});

/** What no event told: once a day, in the organisation's morning. */
export const syncDaily = daily('people.syncDaily', '05:00', async (ctx, { zone, day }) => {
  if (zone !== (await settings()).zone) return;
  ctx.later(syncTenants, { day }, { key: `people.syncTenants:${day}` });
});

/** Those that have members here, and those that have none yet. */
export const syncTenants = job(
  'people.syncTenants',
  { day: z.string() },
  async (ctx, { day }, _, before) => {
    const all = new Map(
      [...(before as Tenant[]), ...(await tenantsKnown())].map((of) => [tenantKey(of), of]),
    );
    for (const [key, { platform, tenant }] of all)
      ctx.later(syncPeople, { platform, tenant }, { key: `people.sync:${key}:${day}` });
  },
  { before: async ({ adapters }) => (await Promise.all([...adapters.values()].map(served))).flat() },
);

/** A platform that is away now tells tomorrow. */
const served = async ({ name, tenants }: Adapter): Promise<Tenant[]> =>
  name === 'web' ? [] : (await tenants().catch(() => [])).map((tenant) => ({ platform: name, tenant }));

async function tenantsKnown(): Promise<Tenant[]> {
  const keys = (await scope().connection.collection('accounts').distinct('tenant')) as string[];
  return keys.map((key) => {
    const [platform = '', ...tenant] = key.split(':');
    return { platform, tenant: tenant.join(':') };
  });
}
