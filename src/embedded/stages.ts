/** The stages of an aggregation, compiled to functions from documents to documents. */
import { Fault } from './fault.ts';
import { compileGroup } from './group.ts';
import { compileFilter } from './match.ts';
import { isOneOf, type Stage, stages } from './supported.ts';
import { type Doc, isObject } from './value.ts';

type Run = (docs: Iterable<Doc>) => Iterable<Doc>;

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

export function compileStages(named: readonly (readonly [Stage, unknown])[], now: Date): Run {
  const runs = named.map(([name, value]) => compile[name](value, now));
  return (docs) => runs.reduce<Iterable<Doc>>((rows, run) => run(rows), docs);
}

const compile: Readonly<Record<Stage, (spec: unknown, now: Date) => Run>> = {
  $match: (spec, now) => {
    const matches = compileFilter(spec, now);
    return function* (docs) {
      for (const doc of docs) if (matches(doc)) yield doc;
    };
  },
  $group: compileGroup,
};
