/**
 * `/perf export audit`: every score of a cycle as a case of the worked vectors, with what was published beside it, so that
 * `npm run score -- FILE` computes them all again from the same numbers.
 */
import { z } from 'zod';
import { job } from '../core/job.ts';
import { type Cycle, cycles } from '../cycles/model.ts';
import { note } from '../goals/blocks.ts';
import { hiddenFrom } from './above.ts';
import { ratingsExported } from './facts.ts';
import { office } from './messages-office.ts';
import { type Basis, type Rating, ratingId, ratings } from './model.ts';
import type { Grade } from './score.ts';

/** A case of the vectors with what stands in the store; `npm run score` reads what it knows and passes over the rest. */
export interface ExportedCase extends Basis {
  /** `<cycle>:<person>` */
  id: string;
  published: {
    state: string;
    /** Where the person has a result: what it came from, and its version. Else the rating's. */
    source?: string;
    version: number;
    dimensions: Record<string, string | null>;
    final: string | null;
    /** By the bands, from the final. */
    computedGrade: Grade | null;
    /** The one that holds: calibration or a panel may have given another. */
    grade: Grade | null;
    /** Versions of the goals that counted, in their order. */
    goals: { id: string; version: number; excluded: string[] }[];
    waived: boolean;
  };
}

/** A sum as it was frozen, with a rating or with a result. */
interface Summed extends Pick<Rating, 'person' | 'version' | 'basis' | 'computed' | 'goals' | 'waiver'> {
  _id: string;
  final?: string | null | undefined;
  grade?: Grade | null | undefined;
}

/** What people were given out: `grade` is the one that holds. */
export interface GivenOut extends Summed {
  source: string;
  computedGrade: Grade | null;
}

type Finder = (cycle: string) => Promise<GivenOut[]>;
const finders: Finder[] = [];

/** Results stand above ratings and never are known here: they say at their load what was given out. */
export function exportGivenOut(find: Finder): void {
  if (finders.length > 0) throw new Error('What was given out is said twice.');
  finders.push(find);
}

type About = Pick<ExportedCase['published'], 'state' | 'source' | 'computedGrade'>;

function exported(sum: Summed, about: About): ExportedCase[] {
  const { basis, computed, version } = sum;
  if (!basis || !computed) return [];
  const dimensions = computed.dimensions.map((d) => [d.name, d.state === 'scored' ? d.shown : null] as const);
  const published = {
    ...about,
    version,
    dimensions: Object.fromEntries(dimensions),
    final: sum.final ?? null,
    grade: sum.grade ?? null,
    goals: sum.goals.map((g) => ({
      id: g.id,
      version: g.version,
      excluded: g.keyResults.filter((kr) => kr.exclusion).map((kr) => kr.id),
    })),
    waived: sum.waiver !== undefined,
  };
  return [{ id: sum._id, ...basis, published }];
}

/**
 * What was given out as it was given out, everything else that was sent and not returned as it stands; without the reader's
 * own, and without what lies above them and is not given out.
 */
async function casesOf(cycle: Cycle, reader: string): Promise<ExportedCase[]> {
  const hidden = await hiddenFrom(cycle._id, reader);
  const given = (await Promise.all(finders.map((find) => find(cycle._id)))).flat();
  const known = new Set(given.map((g) => g.person));
  const found = given.filter((g) => !hidden(g.person));
  const cases = found.flatMap(({ source, computedGrade, ...sum }) =>
    exported({ ...sum, _id: ratingId(cycle._id, sum.person) }, { state: 'released', source, computedGrade }),
  );
  for (const state of ['approved', 'submitted'])
    for (const rating of await ratings.find({ cycle: cycle._id, state }, { sort: { _id: 1 } }))
      if (!hidden(rating.person) && !known.has(rating.person))
        cases.push(...exported(rating, { state, computedGrade: rating.grade ?? null }));
  return cases.sort((a, b) => (a.id < b.id ? -1 : 1));
}

const fileName = (name: string): string =>
  `ratings-${name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}.json`;

export const exportRatings = job(
  'ratings.export',
  { cycle: z.string(), to: z.string(), file: z.string() },
  async (ctx, { cycle: id, to, file }) => {
    const cycle = await cycles.must(id);
    const cases = await casesOf(cycle, to);
    const bytes = Buffer.from(`${JSON.stringify(cases, null, 1)}\n`);
    ctx.attach(
      `ratings.export:${file}`,
      { person: to },
      { name: fileName(cycle.name), type: 'application/json', bytes },
    );
    ctx.tell(`ratings.exported:${file}`, { person: to }, ({ locale }) => ({
      title: office(locale).exportTitle(cycle.name),
      blocks: [note(office(locale).exportAbout(cases.length))],
    }));
    ctx.record(ratingsExported, { about: id, data: { people: cases.length } });
  },
);
