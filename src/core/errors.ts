import type { Sentence } from './i18n.ts';

/** A "no" that a person reads, in their language. The router alone catches it; nothing of the event is kept but the no. */
export class Refusal extends Error {
  readonly sentence: Sentence;
  /** Sentences that belong beside the fields of a form. */
  readonly fields: Record<string, Sentence>;
  constructor(sentence: Sentence, fields: Record<string, Sentence> = {}) {
    super(sentence('en'));
    this.name = 'Refusal';
    this.sentence = sentence;
    this.fields = fields;
  }
}

/** A document changed since it was read: the event runs again. */
export class Stale extends Error {}
