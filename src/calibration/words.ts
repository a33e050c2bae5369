/** The facts of calibration as sentences, for the audit. */
import type { FactWords } from '../core/module.ts';
import {
  calibrationClosed,
  calibrationJoined,
  calibrationOpened,
  calibrationReopened,
  calibrationSigned,
  calibrationUnsigned,
  gradeChanged,
  gradeChangeUndone,
  gradeProposed,
  rowRead,
} from './facts.ts';
import { deed } from './messages-deeds.ts';

const count = (data: unknown, key: string): number => Number((data as Record<string, unknown>)[key] ?? 0);

type Plain = 'joined' | 'changed' | 'undone' | 'proposed' | 'signed' | 'unsigned' | 'reopened';
const did =
  (what: Plain): FactWords =>
  (l, { by }) =>
    deed(l)[what](by);

export const factWords: Readonly<Record<string, FactWords>> = {
  [calibrationOpened.name]: (l, { by, data }) =>
    deed(l).opened(by, count(data, 'people'), count(data, 'members')),
  [calibrationJoined.name]: did('joined'),
  [gradeChanged.name]: did('changed'),
  [gradeChangeUndone.name]: did('undone'),
  [gradeProposed.name]: did('proposed'),
  [calibrationSigned.name]: did('signed'),
  [calibrationUnsigned.name]: did('unsigned'),
  [calibrationClosed.name]: (l, { data }) => deed(l).closed(count(data, 'people')),
  [calibrationReopened.name]: did('reopened'),
  [rowRead.name]: (l, { by, about }) => deed(l).read(by, about),
};
