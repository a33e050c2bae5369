/** The record of a case: the ear that keeps what is said in its room, and the file that puts all of it together. */
import type { Ctx } from '../core/context.ts';
import { type Locale, momentWords } from '../core/i18n.ts';
import type { Ear } from '../core/module.ts';
import type { NamedFile } from '../core/platform.ts';
import { roomKey } from './cards.ts';
import { openNeed } from './clocks.ts';
import { answered } from './handlers.ts';
import { say } from './messages.ts';
import { card } from './messages-card.ts';
import { office } from './messages-office.ts';
import { filed } from './messages-record.ts';
import { type Appeal, appeals, type Decision } from './model.ts';
import { type Said, said, saidIn } from './said.ts';
import { type Scene, sceneOf } from './scene.ts';

const prefix = roomKey('');

export const ear: Ear = {
  prefix,
  async hear(ctx, room, heard) {
    const appeal = await appeals.get(room.slice(prefix.length));
    // The card on top says since when nothing is kept any more.
    if (!appeal?.open) return;
    await keep(ctx, appeal, heard);
    const answers = !heard.edited && ctx.actor.id === appeal.person && openNeed(appeal) !== undefined;
    if (answers && appeal.state === 'hearing') await answered(ctx, await sceneOf(ctx, appeal._id));
  },
};

type Heard = Parameters<Ear['hear']>[2];

async function keep(ctx: Ctx, appeal: Appeal, { messageId, text, at, files = [] }: Heard): Promise<void> {
  const _id = `${appeal._id}:${messageId}`;
  const known = await said.get(_id);
  const version = { text, at };
  if (!known) {
    const { person } = appeal;
    await said.insert({ _id, appeal: appeal._id, person, by: ctx.actor.id, at, versions: [version], files });
    return;
  }
  if (known.by !== ctx.actor.id || known.versions.at(-1)?.text === text) return;
  await said.save({ ...known, versions: [...known.versions, version] });
}

interface Entry {
  at: Date;
  who: string;
  what: string;
}

/** Everything of the case in its order, as a text that anybody can open. */
export async function recordOf(at: Scene, l: Locale, zone: string): Promise<NamedFile> {
  const messages = await saidIn(at.appeal._id);
  const entries = [...written(at, l), ...messages.map((m) => spoken(m, at, l, zone))];
  const ordered = entries
    .map((entry, i) => ({ entry, i }))
    .sort((a, b) => a.entry.at.getTime() - b.entry.at.getTime() || a.i - b.i)
    .map(({ entry: { at: when, who, what } }) => `${momentWords(l, zone, when)} · ${who}\n${what}\n`);
  const head = `${card(l).roomTitle(at.person.name, at.cycle.name)}\n${filed(l).state(say(l).state(at.appeal.state), zone)}\n`;
  const bytes = Buffer.from(`\uFEFF${[head, ...ordered].join('\n')}`);
  return { name: office(l).fileName, type: 'text/plain', bytes };
}

function spoken(m: Said, { names }: Scene, l: Locale, zone: string): Entry {
  const words = filed(l);
  const [first, ...edits] = m.versions;
  const later = edits.map((v) => words.edited(momentWords(l, zone, v.at), v.text));
  const files = m.files.map((f) => words.file(f.name));
  return {
    at: m.at,
    who: names(m.by),
    what: [first?.text ?? '', ...later, ...files].filter(Boolean).join('\n'),
  };
}

function written({ appeal: a, person, names }: Scene, l: Locale): Entry[] {
  const words = filed(l);
  const { said: s, statement, decision, escalated, conclusion } = a;
  return [
    {
      at: a.openedAt,
      who: person.name,
      what: words.opening(s.what, s.why, s.wanted, s.evidence),
    },
    ...(statement
      ? [{ at: statement.at, who: names(statement.by), what: words.statement(statement.text) }]
      : []),
    ...a.needs.flatMap((n) => [
      { at: n.at, who: names(n.by), what: words.need(n.text) },
      ...(n.answer?.text === undefined ? [] : [{ at: n.answer.at, who: person.name, what: n.answer.text }]),
    ]),
    ...(decision ? [ruled(a, decision, names, l, false)] : []),
    ...(escalated ? [{ at: escalated.at, who: person.name, what: words.escalated(escalated.why) }] : []),
    ...(conclusion ? [ruled(a, conclusion, names, l, true)] : []),
  ];
}

function ruled(
  a: Appeal,
  decision: Decision,
  names: (id: string) => string,
  l: Locale,
  last: boolean,
): Entry {
  const words = filed(l);
  const checks = decision.checklist.map((c) =>
    words.check(card(l).check(c.name), c.ok ? card(l).yes : card(l).no, c.word),
  );
  const who = a.outside && a.panel.length === 0 && !last ? a.outside : decision.by.map(names).join(', ');
  const outcome = say(l).outcome(decision.outcome);
  return { at: decision.at, who, what: [words.decision(outcome), decision.reasons, ...checks].join('\n') };
}
