/** Which message carries which live card: written by the outbox when a platform accepted it. */
import { Any, type Doc, entity } from './entity.ts';
import type { Receipt } from './platform.ts';

export interface Shown extends Doc {
  /** `<key>><person or room>`. */
  _id: string;
  key: string;
  receipt: Receipt;
  /** Digest of the card as last sent; the same again is not sent. */
  digest: string;
  /** Of the outbox row that was sent last. */
  order?: number;
}

export const shown = entity<Shown>('shown', {
  fields: { key: String, receipt: Any, digest: String, order: Number },
  indexes: [{ keys: { 'receipt.messageId': 1 } }],
});
