/** The release as HR and the one who signs see it: counts, who waits and why, how far it is. Pure. */
import type { Block, Button } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { lines, type Md } from '../core/md.ts';
import type { Cycle } from '../cycles/model.ts';
import { grades } from '../cycles/scheme.ts';
import { buttons, note, text } from '../goals/blocks.ts';
import { askSign, decline, dropBatch, giveAll, openBatch, sign } from './actions.ts';
import type { Batch, BatchState } from './batches.ts';
import { out } from './messages-release.ts';

export const batchKey = (batch: string): string => `results.batch:${batch}`;
export const signKey = (batch: string): string => `results.sign:${batch}`;

export interface Release {
  batch: Batch;
  cycle: Pick<Cycle, 'name'>;
  /** Names of those who can sign. */
  signers: readonly string[];
  names(id: string): string;
}

/** A distribution of fewer is somebody's result. */
const leastForSigner = 5;
const mostManagers = 10;

const whomOf = ({ units }: Batch, { locale }: View): string =>
  units ? units.join(out(locale).comma) : out(locale).everybody;

/** HR's own card: the one that asked. */
export const batchCard =
  (at: Release): Draw =>
  (view) => ({
    title: out(view.locale).title(at.cycle.name),
    blocks: [...figures(at, view), ...statusBlocks(at, view), ...buttons(ownButtons(at.batch, view))],
  });

function figures({ batch, names }: Release, view: View): Block[] {
  const words = out(view.locale);
  const { look, state } = batch;
  if (state === 'dropped') return [];
  if (!look.done) return [text(words.looking(whomOf(batch, view)))];
  return [
    text(words.ready(whomOf(batch, view), look.ready)),
    ...gradeTable(batch, view),
    ...waiting(batch, names, view),
    ...wordless(batch, names, view),
  ];
}

function gradeTable({ look }: Batch, { locale }: View): Block[] {
  const words = out(locale);
  const rows = [...grades, 'none' as const].flatMap((g) =>
    look.grades[g] ? [[g === 'none' ? words.none : g, String(look.grades[g])]] : [],
  );
  return [
    ...(rows.length > 0
      ? [
          {
            type: 'table' as const,
            columns: [{ label: words.colGrade }, { label: words.colPeople, align: 'right' as const }],
            rows,
          },
        ]
      : []),
    ...(look.apart > 0 ? [note(words.apart(look.apart))] : []),
  ];
}

function waiting({ look }: Batch, names: Release['names'], { locale }: View): Block[] {
  const words = out(locale);
  const told = (['rating', 'calibration'] as const).flatMap((why): Md[] => {
    const n = look.waits[why] ?? 0;
    if (n === 0) return [];
    const known = look.whoWaits.filter((w) => w.why === why).map((w) => names(w.person));
    return [words.waits(why, n), words.whoWaits(known.join(words.comma), n - known.length)];
  });
  const there = look.waits.released ?? 0;
  return told.length + there > 0 ? [text(lines(...told, there > 0 && words.alreadyOut(there)))] : [];
}

function wordless({ look, state }: Batch, names: Release['names'], { locale }: View): Block[] {
  const n = look.wordless.reduce((sum, w) => sum + w.n, 0);
  if (n === 0 || state === 'given' || state === 'giving') return [];
  const managers = look.wordless.slice(0, mostManagers).map((w) => names(w.manager));
  const more = look.wordless.length > mostManagers ? '…' : '';
  return [note(out(locale).wordless(n, managers.join(out(locale).comma) + more))];
}

const signedLine = ({ signedBy, signedAt }: Batch, { locale }: View): Md | false =>
  signedBy !== undefined && signedAt !== undefined && out(locale).signed(signedBy, signedAt);

function statusBlocks({ batch, signers }: Release, view: View): Block[] {
  const words = out(view.locale);
  const { state, declined, askedAt, done, passed, look, byManagers } = batch;
  const signed = signedLine(batch, view);
  const head = byManagers && state !== 'dropped' ? [note(words.byManagers)] : [];
  const of: Record<BatchState, () => Block[]> = {
    preview: () => (look.done ? [note(words.after)] : []),
    asked: () => [text(words.asked(signers.join(words.comma), askedAt ?? batch.at))],
    declined: () => (declined ? [text(words.declined(declined.by, declined.at, declined.reason))] : []),
    signed: () => [text(lines(signed))],
    giving: () => [
      text(lines(signed)),
      { type: 'progress', label: words.progress, done, of: Math.max(done, look.ready) },
    ],
    given: () => [
      text(lines(signed, (done > 0 || !byManagers) && words.done(done), byManagers && words.handed)),
      note(lines(passed > 0 && words.passed(passed), words.late)),
    ],
    dropped: () => [text(words.dropped)],
  };
  return [...head, ...of[state]()];
}

function ownButtons(batch: Batch, { locale }: View): Button[] {
  const words = out(locale);
  const about = { batch: batch._id };
  const again = { label: words.again, token: openBatch.token({ ...about, again: true }) };
  const drop = { label: words.drop, token: dropBatch.token(about) };
  const { state, look, byManagers } = batch;
  if (state === 'preview' || state === 'declined') {
    const ask = { label: words.ask, token: askSign.token(about), style: 'primary' as const };
    if (!look.done) return [drop];
    return look.ready > 0 && state === 'preview' ? [ask, again, drop] : [again, drop];
  }
  if (state === 'asked') return [drop];
  if (state !== 'signed') return [];
  const give = { token: giveAll.token(about), style: 'primary' as const };
  return [
    byManagers
      ? { ...give, label: words.giveManagers, confirm: words.managersSure }
      : { ...give, label: words.give, confirm: words.giveSure(look.ready) },
    drop,
  ];
}

/** For those who can sign: figures only, nobody's result. */
export const signCard =
  (at: Release): Draw =>
  (view) => {
    const words = out(view.locale);
    const { batch, cycle } = at;
    const { look, by } = batch;
    const few = look.ready - look.apart < leastForSigner;
    return {
      title: words.signTitle(cycle.name),
      blocks: [
        text(words.signAbout(by, whomOf(batch, view))),
        text(words.ready(whomOf(batch, view), look.ready)),
        ...(few ? [note(words.tooFew)] : gradeTable(batch, view)),
        ...answer(batch, view),
      ],
    };
  };

/** What is asked of them, or what became of it. */
function answer(batch: Batch, view: View): Block[] {
  const words = out(view.locale);
  const { state, declined, _id } = batch;
  const signed = signedLine(batch, view);
  if (state === 'asked')
    return [
      note(words.signAfter),
      ...buttons([
        { label: words.sign, token: sign.token({ batch: _id }), style: 'primary' },
        { label: words.notYet, token: decline.token({ batch: _id }) },
      ]),
    ];
  if (state === 'declined' && declined)
    return [text(words.declined(declined.by, declined.at, declined.reason))];
  if (state === 'dropped' || state === 'preview') return [text(words.withdrawn)];
  return signed ? [text(signed)] : [];
}
