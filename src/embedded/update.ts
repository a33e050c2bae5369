/** Compiles an update: a replacement, operators, or a pipeline of `$set`. */
import { ObjectId } from 'bson';
import { compileExpression } from './expression.ts';
import { badValue, dollarField, Fault, failedToParse, immutableId, invalidOptions } from './fault.ts';
import { modify } from './modifiers.ts';
import { equal } from './order.ts';
import { isIndex, leaves, type Path, pathOf, withPath } from './path.ts';
import { isOneOf, type UpdateOperator, updateOperators, updateStages } from './supported.ts';
import { type Doc, firstField, isObject, own, put } from './value.ts';

/** `inserting`: the document is the seed of an upsert. */
export type Update = (doc: Doc, inserting: boolean) => Doc;

export function isReplacement(update: unknown): boolean {
  return isObject(update) && !firstField(update).startsWith('$');
}

export function compileUpdate(update: unknown, multi: boolean, now: Date): Update {
  if (Array.isArray(update)) return keepId(pipelineUpdate(update, now));
  if (!isObject(update)) throw failedToParse('Update argument must be either an object or an array');
  if (!isReplacement(update)) return keepId(operatorUpdate(update));
  if (multi) throw failedToParse('multi update is not supported for replacement-style update');
  return keepId(replacement(update));
}

function keepId(update: Update): Update {
  return (doc, inserting) => {
    const id = own(doc, '_id');
    const next = update(doc, inserting);
    if (id === undefined) return idFirst(next);
    if (!equal(own(next, '_id'), id)) throw immutableId();
    return idFirst(next);
  };
}

/** MongoDB keeps `_id` in front, and gives one to a document without. */
export function idFirst(doc: Doc): Doc {
  if (firstField(doc) === '_id') return doc;
  return { _id: own(doc, '_id') ?? new ObjectId(), ...doc };
}

function replacement(update: Doc): Update {
  const dollar = Object.keys(update).find((field) => field.startsWith('$'));
  if (dollar)
    throw dollarField(
      `The dollar ($) prefixed field '${dollar}' is not allowed in the context of an update's replacement document.`,
    );
  return (doc) => (own(doc, '_id') === undefined ? { ...update } : { _id: doc._id, ...update });
}

interface Step {
  operator: UpdateOperator;
  path: Path;
  argument: unknown;
}

function operatorUpdate(update: Doc): Update {
  const steps = Object.entries(update).flatMap(([operator, fields]) => stepsOf(operator, fields));
  refuseOverlaps(steps);
  steps.sort((a, b) => comparePaths(a.path, b.path));
  return (doc, inserting) => {
    const result = structure(doc);
    for (const step of steps) if (inserting || step.operator !== '$setOnInsert') applyStep(result, step);
    return result;
  };
}

/** A copy of the documents and arrays; the values in them are never changed in place. */
function structure<T>(value: T): T {
  if (Array.isArray(value)) return value.map(structure) as T;
  if (!isObject(value)) return value;
  const copy = {};
  for (const field of Object.keys(value)) put(copy, field, structure(value[field]));
  return copy as T;
}

function stepsOf(operator: string, fields: unknown): Step[] {
  if (!isOneOf(updateOperators, operator))
    throw failedToParse(
      `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  if (!isObject(fields)) throw failedToParse(`Modifiers operate on fields: {${operator}: {<field>: ...}}`);
  return Object.entries(fields).map(([field, argument]) => ({ operator, path: updatePath(field), argument }));
}

function updatePath(field: string): Path {
  const path = pathOf(field);
  if (path.includes(''))
    throw new Fault(56, 'EmptyFieldName', `The update path '${field}' contains an empty field name`);
  const dollar = path.find((step) => step.startsWith('$'));
  if (dollar && /^\$(\[.*\])?$/.test(dollar))
    throw badValue(`The positional operator '${dollar}' is not supported by the embedded store`);
  if (dollar) throw dollarField(`The dollar ($) prefixed field '${dollar}' is not valid for storage.`);
  return path;
}

function refuseOverlaps(steps: readonly Step[]): void {
  const seen: string[] = [];
  for (const { path } of steps) {
    const field = path.join('.');
    if (
      seen.some((other) => other === field || other.startsWith(`${field}.`) || field.startsWith(`${other}.`))
    )
      throw new Fault(
        40,
        'ConflictingUpdateOperators',
        `Updating the path '${field}' would create a conflict at '${field}'`,
      );
    seen.push(field);
  }
}

/** Operators apply in the order of their paths, array positions by number. */
function comparePaths(a: Path, b: Path): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const [x, y] = [a[i] as string, b[i] as string];
    if (x === y) continue;
    if (isIndex(x) && isIndex(y)) return Number(x) - Number(y);
    return x < y ? -1 : 1;
  }
  return a.length - b.length;
}

type Container = Doc | unknown[];
const longestGap = 1_500_000;

function childOf(container: Container, step: string): unknown {
  if (!Array.isArray(container)) return own(container, step);
  return isIndex(step) ? container[Number(step)] : undefined;
}

function setChild(container: Container, step: string, value: unknown): void {
  if (!Array.isArray(container)) {
    put(container, step, value);
    return;
  }
  if (!isIndex(step)) throw notViable(step);
  const index = Number(step);
  if (index > container.length + longestGap) throw badValue('array index too large');
  while (container.length < index) container.push(null);
  container[index] = value;
}

const notViable = (step: string): Fault =>
  new Fault(28, 'PathNotViable', `Cannot create field '${step}' in an element that is no document`);

/** The document or array that holds the last step of the path; null when it is not there and not to be made. */
function containerOf(doc: Doc, path: Path, create: boolean): Container | null {
  let container: Container = doc;
  for (const [i, step] of path.slice(0, -1).entries()) {
    let next = childOf(container, step);
    if (next === undefined && create) {
      next = {};
      setChild(container, step, next);
    }
    const fits = Array.isArray(next) ? isIndex(path[i + 1] as string) : isObject(next);
    if (fits) container = next as Container;
    else if (create) throw notViable(path[i + 1] as string);
    else return null;
  }
  return container;
}

function applyStep(doc: Doc, { operator, path, argument }: Step): void {
  const container = containerOf(doc, path, operator !== '$unset');
  const step = path.at(-1) as string;
  if (!container) return;
  const current = childOf(container, step);
  const next = modify[operator](current, argument);
  if (next !== undefined) setChild(container, step, next);
  else if (!Array.isArray(container)) delete container[step];
  else if (current !== undefined) container[Number(step)] = null;
}

function pipelineUpdate(pipeline: readonly unknown[], now: Date): Update {
  const runs = pipeline.map((spec) => {
    const [name, ...rest] = isObject(spec) ? Object.keys(spec) : [];
    if (!isObject(spec) || !name || rest.length)
      throw new Fault(
        40323,
        'Location40323',
        'A pipeline stage specification object must contain one field.',
      );
    if (!isOneOf(updateStages, name))
      throw invalidOptions(`${name} is not allowed to be used within an update`);
    return setStage(spec[name], now);
  });
  return (doc) => runs.reduce((result, run) => run(result), doc);
}

/** Documents merge, at every depth and below arrays; an operator's result replaces. */
function setStage(spec: unknown, now: Date): (doc: Doc) => Doc {
  if (!isObject(spec)) throw new Fault(40272, 'Location40272', '$set specification stage must be an object');
  const fields = leaves(spec).map(
    ([field, value]) => [pathOf(field), compileExpression(value, now)] as const,
  );
  return (doc) => {
    const values = fields.map(([path, expression]) => [path, expression(doc)] as const);
    return values.reduce<Doc>((result, [path, value]) => withPath(result, path, value) as Doc, doc);
  };
}
