/**
 * What a person sees, free of any platform: the JSON of the contract, which every adapter renders in an exhaustive
 * switch. `Md` text comes only from the `md` tag, so an unescaped name cannot get into a card.
 */
import type { Md } from './md.ts';

export type Tone = 'plain' | 'good' | 'attention' | 'serious';

export interface Card {
  title: string;
  tone?: Tone;
  blocks: Block[];
}

export type Block =
  | { type: 'text' | 'note'; text: Md }
  | { type: 'facts'; items: { label: string; value: string }[] }
  | { type: 'table'; columns: Column[]; rows: string[][] }
  | ChartBlock
  | { type: 'image'; file: string; alt: string }
  | { type: 'progress'; label: string; done: number; of: number }
  | { type: 'people'; ids: string[] }
  | { type: 'divider' }
  | { type: 'actions'; items: Button[] }
  | Choices;

export type BlockType = Block['type'];

export interface Column {
  label: string;
  align?: 'left' | 'right' | 'center';
}

export interface ChartBlock {
  type: 'chart';
  kind: 'bar' | 'stacked' | 'line' | 'radar';
  labels: string[];
  series: { name: string; values: number[] }[];
  max?: number;
  /** The same in one sentence, for screen readers and for platforms without pictures. */
  alt: string;
}

export interface Button {
  label: string;
  token: string;
  style?: 'primary' | 'danger';
  /** Asked once more before the press counts. */
  confirm?: string;
}

export interface Choices {
  type: 'choices';
  label: string;
  token: string;
  options: Option[];
  value?: string;
}

export interface Option {
  label: string;
  value: string;
  hint?: string;
}

export interface Form {
  title: string;
  intro?: Md;
  submit: string;
  token: string;
  fields: Field[];
}

export type FieldType = 'text' | 'choice' | 'rating' | 'number' | 'date' | 'person' | 'file';

export interface Field {
  name: string;
  label: string;
  type: FieldType;
  hint?: string;
  required?: boolean;
  many?: boolean;
  value?: string | string[];
  options?: Option[];
  /** Of a number or rating: bounds. Of a text: lengths. Of dates: ISO days. */
  min?: number | string;
  max?: number | string;
  lines?: number;
}

/** What fits in the platform's immediate answer. `card` replaces the card that was pressed. */
export interface Reply {
  toast?: string;
  open?: Form;
  errors?: Record<string, string>;
  /** A form was not taken: it stays open with what was written in it, and `toast` says why. */
  refused?: true;
  card?: Card;
}

/** The answer of what opens no form. */
export type Answer = Omit<Reply, 'open'> & { open?: never };
