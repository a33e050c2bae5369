/**
 * News of feedback and notes; never what was written. Of unnamed feedback there is none when it is given, because a fact
 * has a giver and a moment: only its batches are recorded, by the system. What the manager alone may see is recorded
 * about the manager, as the person reads the entries about themself.
 */
import { type Fact, fact } from '../core/facts.ts';

/** `about` is whom it is addressed to, `ref` the piece. */
export const given: Fact<{ kind: 'kudos' | 'feedback'; visibility: 'named' | 'manager' }> =
  fact('feedback.given');
export const thanked: Fact<Record<never, never>> = fact('feedback.thanked');
export const answered: Fact<Record<never, never>> = fact('feedback.answered');
/** `about` is the one who asks. */
export const asked: Fact<{ people: number }> = fact('feedback.asked');
/** A batch of unnamed feedback came out; `about` is the person, `ref` the pool. */
export const pooledOut: Fact<Record<never, never>> = fact('feedback.pooled');
/** `about` is the person, `ref` the note. */
export const noted: Fact<{ own: boolean }> = fact('feedback.noted');
export const noteSeen: Fact<Record<never, never>> = fact('feedback.noteSeen');
export const noteCommented: Fact<Record<never, never>> = fact('feedback.noteCommented');
export const noteTakenBack: Fact<Record<never, never>> = fact('feedback.noteTakenBack');
/** HR read a person's notes. */
export const notesRead: Fact<Record<never, never>> = fact('feedback.notesRead');
