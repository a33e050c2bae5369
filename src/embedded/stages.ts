/** The stages of an aggregation, compiled to functions from documents to documents. */
import { Int32 } from 'bson';
import { badValue, Fault } from './fault.ts';
import { compileGroup } from './group.ts';
import { compileFilter } from './match.ts';
import { type Path, pathOf, withPath } from './path.ts';
import { compileProject } from './project.ts';
import { sorted, sortSpec } from './sort.ts';
import { isOneOf, type Stage, stages } from './supported.ts';
import { type Doc, isObject, own, whole } from './value.ts';

export type Run = (docs: Iterable<Doc>) => Iterable<Doc>;

export function stageOf(spec: unknown): readonly [Stage, unknown] {
  const names = isObject(spec) ? Object.keys(spec) : [];
  const [name] = names;
  if (!isObject(spec) || name === undefined || names.length !== 1)
    throw new Fault(
      40323,
      'Location40323',
      'A pipeline stage specification object must contain exactly one field.',
    );
  if (!isOneOf(stages, name))
    throw new Fault(40324, 'Location40324', `Unrecognized pipeline stage name: '${name}'`);
  return [name, spec[name]];
}

export function compileStages(pipeline: readonly unknown[], now: Date): Run {
  const runs = pipeline.map((spec) => {
    const [name, value] = stageOf(spec);
    return compile[name](value, now);
  });
  return (docs) => runs.reduce<Iterable<Doc>>((rows, run) => run(rows), docs);
}

export function limitOf(value: unknown): number {
  const limit = whole(value);
  if (limit === undefined || limit <= 0)
    throw new Fault(15958, 'Location15958', 'the limit must be positive');
  return limit;
}

export function skipOf(value: unknown): number {
  const skip = whole(value);
  if (skip === undefined || skip < 0) throw badValue('$skip takes a number that is not negative');
  return skip;
}

const compile: Readonly<Record<Stage, (spec: unknown, now: Date) => Run>> = {
  $match: (spec, now) => {
    const matches = compileFilter(spec, now);
    return function* (docs) {
      for (const doc of docs) if (matches(doc)) yield doc;
    };
  },
  $sort: (spec) => {
    const order = sortSpec(spec);
    return (docs) => sorted(docs, order, (doc) => doc);
  },
  $skip: (spec) => {
    const skip = skipOf(spec);
    return (docs) => [...docs].slice(skip);
  },
  $limit: (spec) => {
    const limit = limitOf(spec);
    return function* (docs) {
      let count = 0;
      for (const doc of docs) {
        yield doc;
        if (++count >= limit) return;
      }
    };
  },
  $group: compileGroup,
  $project: (spec, now) => {
    const project = compileProject(spec, now);
    return function* (docs) {
      for (const doc of docs) yield project(doc);
    };
  },
  $unwind: (spec) => {
    if (typeof spec !== 'string' || !spec.startsWith('$'))
      throw badValue('$unwind takes the path of a field, with its dollar, in the embedded store');
    const path = pathOf(spec.slice(1));
    return function* (docs) {
      for (const doc of docs) yield* unwound(doc, path);
    };
  },
  $count: (spec) => {
    if (typeof spec !== 'string' || !spec || spec.startsWith('$'))
      throw new Fault(40156, 'Location40156', 'the count field must be a non-empty string');
    return (docs) => {
      const count = [...docs].length;
      return count ? [{ [spec]: new Int32(count) }] : [];
    };
  },
};

/** One document an element; none where there is nothing at the path or an array on the way to it. */
function unwound(doc: Doc, path: Path): Doc[] {
  let value: unknown = doc;
  for (const step of path) value = isObject(value) ? own(value, step) : undefined;
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return [doc];
  return value.map((element) => withPath(doc, path, element) as Doc);
}
