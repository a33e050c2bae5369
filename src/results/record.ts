/**
 * The printable record of one version: what the summary and the sum say, with the code by which it is verified. It is made
 * from the snapshot alone, so the same version gives the same file to the byte; `records` keeps the digests of those that
 * were handed out, and a copy in which anything was changed is not among them.
 */
import { createHash } from 'node:crypto';
import type { View } from '../core/context.ts';
import { type Doc, entity } from '../core/entity.ts';
import { momentWords } from '../core/i18n.ts';
import type { NamedFile } from '../core/platform.ts';
import { releaseBlocks } from '../reviews/index.ts';
import { recordBlocks, type Summary } from './cards.ts';
import { whyBlocks } from './cards-why.ts';
import { escaped } from './escaped.ts';
import { type Names, page, prose, table, written } from './html.ts';
import { paper } from './messages-record.ts';
import { type Result, reviewsIn } from './model.ts';
import { inShort, linesOf } from './shape.ts';

export interface Handed extends Doc {
  /** SHA-256 of the file. */
  _id: string;
  /** Of the version. */
  result: string;
  /** Whom it is about. */
  person: string;
  at: Date;
}

export const records = entity<Handed>('resultRecords', {
  fields: { result: String, person: String, at: Date },
  indexes: [{ keys: { person: 1 } }],
});

export const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Over what a reader compares: another name, cycle, version, grade or score gives another seal. */
export function sealOf(result: Result): string {
  const scores = linesOf(result).map((d) => [d.name, d.state === 'scored' ? d.score : null]);
  const { code, name, cycleName, version, at, grade, final } = result;
  const said = JSON.stringify([code, name, cycleName, version, at.toISOString(), grade, final, scores]);
  const hex = createHash('sha256').update(said).digest('hex').slice(0, 24).toUpperCase();
  return hex.replace(/(.{4})(?=.)/g, '$1-');
}

export const safeName = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60);

export function recordFile(of: Summary, names: Names, view: View): NamedFile {
  const { result } = of;
  const { locale } = view;
  const words = paper(locale);
  return {
    name: `${words.file}-${safeName(result.cycleName)}-${safeName(result.name)}-v${result.version}.html`,
    type: 'text/html',
    bytes: page(words.title(result.name, result.cycleName), locale, body(of, names, view)),
  };
}

function body(of: Summary, names: Names, view: View): string {
  const { result } = of;
  const words = paper(view.locale);
  const all = (blocks: Parameters<typeof written>[0][]) =>
    blocks.map((b) => written(b, names, view)).join('\n');
  const release = reviewsIn(result);
  return [
    head(result, view),
    all(recordBlocks(of, view)),
    `<h2>${escaped(words.sum)}</h2>`,
    all(whyBlocks(result, view)),
    ...(release ? [`<h2>${escaped(words.said)}</h2>`, all(everyPage(release, view))] : []),
    `<footer><p>${prose(words.verifyHow(result.code), names, view)}</p></footer>`,
  ].join('\n');
}

function head(result: Result, { locale, zone }: View): string {
  const words = paper(locale);
  const rows = [
    [words.name, result.name],
    [words.jobTitle, result.title],
    [words.unit, result.unit],
    [words.cycle, result.cycleName],
    [words.result, inShort(result, locale)],
    [words.version, String(result.version)],
    [words.source, words[`from_${result.source}`]],
    [words.issued, momentWords(locale, zone, result.at)],
    [words.code, result.code],
    [words.seal, sealOf(result)],
  ];
  return table({ columns: [], rows });
}

/** All comments, without the means said again on every page. */
function everyPage(release: NonNullable<ReturnType<typeof reviewsIn>>, view: View) {
  const bare = releaseBlocks(release, 1_000_000, view).map((b) => JSON.stringify(b));
  const blocks = releaseBlocks(release, 0, view);
  for (let n = 1; ; n += 1) {
    const more = releaseBlocks(release, n, view).filter((b) => !bare.includes(JSON.stringify(b)));
    if (more.length === 0) return blocks;
    blocks.push(...more);
  }
}
