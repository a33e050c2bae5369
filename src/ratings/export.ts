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
import { type Basis, type Rating, ratings } from './model.ts';
import type { Grade } from './score.ts';

/** A case of the vectors with what stands in the store; `npm run score` reads what it knows and passes over the rest. */
export interface ExportedCase extends Basis {
  /** `<cycle>:<person>` */
  id: string;
  published: {
    state: string;
    version: number;
    dimensions: Record<string, string | null>;
    final: string | null;
    grade: Grade | null;
    /** Versions of the goals that counted, in their order. */
    goals: { id: string; version: number; excluded: string[] }[];
    waived: boolean;
  };
}

export function exported(rating: Rating): ExportedCase | undefined {
  const { basis, computed, state, version } = rating;
  if (!basis || !computed) return undefined;
  const dimensions = computed.dimensions.map((d) => [d.name, d.state === 'scored' ? d.shown : null] as const);
  return {
    id: rating._id,
    ...basis,
    published: {
      state,
      version,
      dimensions: Object.fromEntries(dimensions),
      final: rating.final ?? null,
      grade: rating.grade ?? null,
      goals: rating.goals.map((g) => ({
        id: g.id,
        version: g.version,
        excluded: g.keyResults.filter((kr) => kr.exclusion).map((kr) => kr.id),
      })),
      waived: rating.waiver !== undefined,
    },
  };
}

/** Everything that was sent and not returned, but the reader's own and what lies above them and is not given out. */
async function casesOf(cycle: Cycle, reader: string): Promise<ExportedCase[]> {
  const hidden = await hiddenFrom(cycle._id, reader);
  const found: ExportedCase[] = [];
  for (const state of ['approved', 'submitted'])
    for (const rating of await ratings.find({ cycle: cycle._id, state }, { sort: { _id: 1 } }))
      if (!hidden(rating.person)) found.push(...[exported(rating)].filter((c) => c !== undefined));
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
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
