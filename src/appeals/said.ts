/** What was said and shown in the rooms of appeals: one document a message, edits beside what stood there before. */
import { Any, type Doc, entity } from '../core/entity.ts';
import type { FileRef } from '../core/platform.ts';

export interface Said extends Doc {
  /** `<appeal>:<message>` */
  _id: string;
  appeal: string;
  /** Who appeals: everything is sealed under their key. */
  person: string;
  by: string;
  at: Date;
  versions: { text: string; at: Date }[];
  /** By reference: they stay where the platform keeps them. */
  files: FileRef[];
}

export const said = entity<Said>('appeal_messages', {
  fields: { appeal: String, person: String, by: String, at: Date, versions: Any, files: Any },
  indexes: [{ keys: { appeal: 1, at: 1, _id: 1 } }],
  sealed: { paths: ['versions.*.text', 'files.*.name'], subject: (s) => s.person },
});

export const saidIn = (appeal: string): Promise<Said[]> => said.find({ appeal }, { sort: { at: 1, _id: 1 } });
