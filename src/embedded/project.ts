/** Projections: which fields of a document go out. They only include or exclude. */
import { badValue, Fault } from './fault.ts';
import { leaves, type Path, pathOf } from './path.ts';
import { type Doc, isNumber, isObject, isTruthy, put } from './value.ts';

export type Project = (doc: Doc) => Doc;

/** Named fields: `true` for all of it, else what is named below it. */
interface Tree {
  [field: string]: Tree | true;
}

interface Flags {
  include: boolean;
  id: boolean;
  tree: Tree;
}

const isFlag = (value: unknown): boolean => typeof value === 'boolean' || isNumber(value);

function readFlags(flags: readonly [string, unknown][]): Flags {
  let include: boolean | undefined;
  let id: boolean | undefined;
  const tree: Tree = Object.create(null);
  for (const [field, value] of flags) {
    const on = isTruthy(value);
    if (field === '_id') {
      id = on;
      continue;
    }
    if (include !== undefined && include !== on) throw mixed(field, on);
    include = on;
    addToTree(tree, pathOf(field));
  }
  return { include: include ?? id === true, id: id ?? true, tree };
}

function mixed(field: string, on: boolean): Fault {
  const [code, doing, kind] = on ? [31253, 'inclusion', 'exclusion'] : [31254, 'exclusion', 'inclusion'];
  return new Fault(code, `Location${code}`, `Cannot do ${doing} on field ${field} in ${kind} projection`);
}

function addToTree(tree: Tree, path: Path): void {
  let node = tree;
  for (const step of path.slice(0, -1)) {
    const next = node[step];
    if (next === true) return;
    const below = next ?? (Object.create(null) as Tree);
    node[step] = below;
    node = below;
  }
  node[path.at(-1) as string] = true;
}

function included(doc: Doc, tree: Tree): Doc {
  const result = {};
  for (const field of Object.keys(doc)) {
    const below = tree[field];
    if (below === true) put(result, field, doc[field]);
    else if (below) {
      const value = includedValue(doc[field], below);
      if (value !== undefined) put(result, field, value);
    }
  }
  return result;
}

function includedValue(value: unknown, tree: Tree): unknown {
  if (isObject(value)) return included(value, tree);
  if (!Array.isArray(value)) return undefined;
  return value.map((element) => includedValue(element, tree)).filter((element) => element !== undefined);
}

function excluded(doc: Doc, tree: Tree): Doc {
  const result = {};
  for (const field of Object.keys(doc)) {
    const below = tree[field];
    if (below !== true) put(result, field, below ? excludedValue(doc[field], below) : doc[field]);
  }
  return result;
}

function excludedValue(value: unknown, tree: Tree): unknown {
  if (isObject(value)) return excluded(value, tree);
  return Array.isArray(value) ? value.map((element) => excludedValue(element, tree)) : value;
}

function applyFlags({ include, id, tree }: Flags): Project {
  const own: Tree = Object.assign(Object.create(null), tree);
  if (include === id && own._id === undefined) own._id = true;
  return include ? (doc) => included(doc, own) : (doc) => excluded(doc, own);
}

/** The projection of a find; null when it changes nothing. */
export function compileProjection(spec: unknown): Project | null {
  if (spec === undefined || spec === null) return null;
  if (!isObject(spec)) throw badValue('projection must be an object');
  if (!Object.keys(spec).length) return null;
  const fields = leaves(spec);
  const other = fields.find(([field, value]) => !isFlag(value) || field.includes('$'));
  if (other)
    throw badValue(`projection of ${other[0]}: the embedded store only includes and excludes fields`);
  return applyFlags(readFlags(fields));
}
