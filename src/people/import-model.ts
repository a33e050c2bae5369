/** An import between file and application. What the file says is kept sealed for the person who sent it, and only until the import is over. */
import { Any, type Doc, entity } from '../core/entity.ts';
import { flow } from '../core/flow.ts';
import type { Finding } from './cells.ts';
import type { Row } from './csv.ts';
import type { Change, Figures } from './rules.ts';

export const importFlow = flow({
  reading: ['ready', 'discarded'],
  ready: ['asking', 'applying', 'discarded'],
  asking: ['applying', 'ready', 'discarded'],
  applying: ['applied', 'ready'],
  applied: [],
  discarded: [],
});
export type ImportState = (typeof importFlow.states)[number];

export interface Import extends Doc {
  by: string;
  at: Date;
  state: ImportState;
  fileName: string;
  encoding: 'utf-8' | 'utf-16' | 'gb18030';
  /** Headers that were not understood. */
  ignored: string[];
  figures?: Figures;
  namesakes?: string[];
  noHr?: boolean;
  digest?: string;
  /** People changed after the preview: it was made anew. */
  renewed?: boolean;
  doneAt?: Date;
}

export const imports = entity<Import>('imports', {
  fields: {
    by: String,
    at: Date,
    state: String,
    fileName: String,
    encoding: String,
    ignored: [String],
    figures: Any,
    namesakes: { type: [String], default: undefined },
    noHr: Boolean,
    digest: String,
    renewed: Boolean,
    doneAt: Date,
  },
  sealed: { paths: ['fileName', 'ignored.*', 'namesakes.*'], subject: (doc) => doc.by },
  indexes: [{ keys: { by: 1, state: 1 } }, { keys: { state: 1, at: 1 } }],
});

interface Parts {
  rows: Row;
  changes: Change;
  findings: Finding;
}
type Kind = keyof Parts;

interface Part extends Doc {
  import: string;
  by: string;
  kind: Kind;
  n: number;
  /** A list as JSON. */
  list: string;
}

/** Lists of an import, in pieces that fit into a document. */
export const importParts = entity<Part>('importParts', {
  fields: { import: String, by: String, kind: String, n: Number, list: String },
  sealed: { paths: ['list'], subject: (doc) => doc.by },
  indexes: [{ keys: { import: 1, kind: 1, n: 1 } }],
});

const partSize = 400;

export async function keepList<K extends Kind>(
  of: Pick<Import, '_id' | 'by'>,
  kind: K,
  list: readonly Parts[K][],
): Promise<void> {
  await importParts.remove({ import: of._id, kind });
  const count = Math.ceil(list.length / partSize);
  await importParts.insertAll(
    Array.from({ length: count }, (_, n) => ({
      _id: `${of._id}:${kind}:${n}`,
      import: of._id,
      by: of.by,
      kind,
      n,
      list: JSON.stringify(list.slice(n * partSize, (n + 1) * partSize)),
    })),
  );
}

const read = <K extends Kind>(parts: readonly Part[]): Parts[K][] =>
  parts.flatMap((part) => JSON.parse(part.list) as Parts[K][]);

export async function wholeList<K extends Kind>(id: string, kind: K): Promise<Parts[K][]> {
  return read(await importParts.find({ import: id, kind }, { sort: { n: 1 } }));
}

/** Some of a list, without reading the others. */
export async function someOf<K extends Kind>(
  id: string,
  kind: K,
  from: number,
  count: number,
): Promise<Parts[K][]> {
  const first = Math.floor(from / partSize);
  const last = Math.floor((from + count - 1) / partSize);
  const found = await importParts.find(
    { import: id, kind, n: { $gte: first, $lte: last } },
    { sort: { n: 1 } },
  );
  return read<K>(found).slice(from - first * partSize, from - first * partSize + count);
}

export const forgetLists = (id: string): Promise<number> => importParts.remove({ import: id });
