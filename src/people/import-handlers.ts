/** `/perf people import` and the buttons of its card. Comparing and applying are jobs: they may take longer than an answer. */
import type { Policy } from '../core/actor.ts';
import type { Ctx } from '../core/context.ts';
import { csv } from '../core/csv.ts';
import { Refusal } from '../core/errors.ts';
import type { Locale } from '../core/i18n.ts';
import { command, on, type Typed } from '../core/module.ts';
import { applyImport, confirmImport, discardImport, getTemplate, turnImport } from './actions.ts';
import { type Column, columns, headerOf } from './columns.ts';
import { mostBytes, readSheet } from './csv.ts';
import { howCard, readingCard } from './import-cards.ts';
import { applyPeople, previewPeople } from './import-jobs.ts';
import { type Import, imports, keepList } from './import-model.ts';
import { apply, confirm } from './import-rules.ts';
import { drawn, end, showImport } from './import-show.ts';
import { sayImport } from './messages-import.ts';
import { type Person, people } from './model.ts';
import { hrOnly, isHr } from './policy.ts';

const touches = ['people:R', 'people:W'] as const;

/** Who sent the file, while they are HR. */
const sender: Policy<Import> = (who, doc) =>
  (doc.by === who.id && isHr(who)) || ((l) => sayImport(l).onlySender);

export const importCommand = command('people import', {
  aliases: ['人员 导入', '导入人员', 'people 导入'],
  help: (l) => sayImport(l).help,
  listed: isHr,
  touches: [...touches],
  load: async () => undefined,
  allow: hrOnly,
  run: async (ctx, _, { files }) => {
    if (files.length === 0) return { card: howCard()(await ctx.view()) };
    await receiveFile(ctx, files);
  },
});

async function receiveFile(ctx: Ctx, files: Typed['files']): Promise<void> {
  const [file, another] = files;
  if (!file || another) throw new Refusal((l) => sayImport(l).oneFile);
  if (file.size > mostBytes) throw new Refusal((l) => sayImport(l).tooBig);
  const sheet = readSheet(await ctx.bytes(file), file.name);
  await replaceOpen(ctx);
  const doc = await imports.insert({
    _id: ctx.id('import'),
    by: ctx.actor.id,
    at: ctx.now,
    state: 'reading',
    fileName: file.name.slice(0, 200),
    encoding: sheet.encoding,
    ignored: sheet.ignored.slice(0, 20),
  });
  await keepList(doc, 'rows', sheet.rows);
  showImport(ctx, doc, readingCard(doc, sheet.rows.length));
  ctx.later(previewPeople, { import: doc._id }, { key: `people.preview:${doc._id}` });
}

/** A newer file takes the place of one that waits. */
async function replaceOpen(ctx: Ctx): Promise<void> {
  const open = await imports.find({ by: ctx.actor.id, state: { $in: ['reading', 'ready', 'asking'] } });
  for (const doc of open) await end(ctx, doc);
}

const load = (_: Ctx, args: { import: string }) => imports.must(args.import);

export const importHandlers = [
  on(getTemplate, {
    touches: ['people:R'],
    load: (ctx) => people.must(ctx.actor.id),
    allow: hrOnly,
    async run(ctx, me) {
      const { locale } = await ctx.view();
      ctx.attach(`people.template:${ctx.id('file')}`, { person: me._id }, await templateFor(me, locale));
      return { toast: sayImport(locale).templateSent };
    },
  }),
  on(turnImport, {
    touches: ['people:R'],
    load,
    allow: sender,
    run: async (ctx, doc, { changes, findings }) =>
      showImport(ctx, doc, await drawn(doc, { changes, findings })),
  }),
  on(applyImport, {
    touches: [...touches],
    load,
    allow: sender,
    run: async (ctx, doc, { rev }) => press(ctx, apply(doc, rev)),
    redraw: (doc) => drawn(doc),
  }),
  on(confirmImport, {
    touches: [...touches],
    load,
    allow: sender,
    run: async (ctx, doc, { rev }) => press(ctx, confirm(doc, rev)),
    redraw: (doc) => drawn(doc),
  }),
  on(discardImport, {
    touches: [...touches],
    load,
    allow: sender,
    run: end,
    redraw: (doc) => drawn(doc),
  }),
];

async function press(ctx: Ctx, next: Import): Promise<void> {
  const doc = await imports.save(next);
  showImport(ctx, doc, await drawn(doc));
  const key = `people.apply:${doc._id}:${doc.rev}`;
  if (doc.state === 'applying') ctx.later(applyPeople, { import: doc._id }, { key });
}

/** Header and one line: the person's own, which changes nothing when it comes back. */
async function templateFor(me: Person, l: Locale) {
  const manager = me.manager ? await people.get(me.manager) : undefined;
  const cells: Partial<Record<Column, string>> = {
    email: me.email,
    name: me.name,
    unit: me.unit,
    title: me.title,
    manager: manager?.email ?? '',
    hired: me.hired,
    zone: me.zone,
    locale: me.locale,
    calendar: me.calendar,
    roles: me.roles.join('; '),
    partnerOf: (me.partnerOf ?? []).join('; '),
  };
  const rows = [columns.map((c) => headerOf(c, l)), columns.map((c) => cells[c] ?? '')];
  return { name: sayImport(l).templateName, type: 'text/csv', bytes: csv(rows) };
}
