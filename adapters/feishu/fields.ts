/** Every field of the core as elements within a form container. What is wrong with it stands right below. */
import type { Field, Option } from '../../src/core/card.ts';
import { candidatesAtOnce, inputMost } from './can.ts';
import { type Element, type Json, label, note, submit, text, weigh } from './elements.ts';
import { inputsOf } from './form-state.ts';
import type { OpenForm } from './kept.ts';
import { nameOf } from './names.ts';
import { explained, optionsOf, type Scene } from './render.ts';
import { bold, neutral } from './text.ts';

export interface FieldScene extends Scene {
  open: OpenForm;
  /** Only one part: the client may then insist on what is required. */
  alone: boolean;
}

/** What of a field must stay together: each input of a text is a unit, any other field is one. */
export const fieldUnits = (field: Field, scene: FieldScene): Element[][] =>
  field.type === 'text' ? inputs(field, scene) : [asked(field, scene)];

/** What is wrong with a field. */
export function wrongWith(field: Field, { open }: FieldScene): Element[] {
  const error = open.errors[field.name];
  return error ? [text(`<font color='red'>${neutral(error)}</font>`)] : [];
}

function asked(field: Field, scene: FieldScene): Element[] {
  switch (field.type) {
    case 'text':
      return inputs(field, scene).flat();
    case 'number':
      return [heading(field), ...hinted(field), input(field, scene, { max: 40, value: one(field, scene) })];
    case 'date':
      return [heading(field), ...hinted(field), datePicker(field, scene)];
    case 'choice':
      return select(field, field.options ?? [], scene);
    case 'rating':
      return select(field, field.options ?? scale(field), scene);
    case 'person':
      return field.options ? offered(field, scene) : searched(field, scene);
    case 'file':
      return fileField(field, scene);
  }
}

const given = (field: Field, { open }: FieldScene): string | string[] =>
  open.values[field.name] ?? field.value ?? '';
const one = (field: Field, scene: FieldScene): string => [given(field, scene)].flat()[0] ?? '';
const several = (field: Field, scene: FieldScene): string[] => [given(field, scene)].flat().filter(Boolean);

const heading = (field: Field): Element =>
  text(`${bold(field.label)}${field.required ? " <font color='red'>&#42;</font>" : ''}`);
const hinted = (field: Field): Element[] => (field.hint ? [note(neutral(field.hint))] : []);
const required = (field: Field, { alone }: FieldScene): Json => ({
  required: field.required === true && alone,
});

interface InputLook {
  max: number;
  value: string;
  part?: number;
  lines?: number;
}

const input = (field: Field, scene: FieldScene, { max, value, part = 0, lines }: InputLook): Element => ({
  tag: 'input',
  name: nameOf('v', field.name, part),
  ...(lines === undefined
    ? { input_type: 'text' }
    : { input_type: 'multiline_text', rows: Math.min(Math.max(lines, 1), 12), auto_resize: true }),
  max_length: max,
  width: 'fill',
  ...(value && { default_value: value }),
  ...(part === 0 ? required(field, scene) : { required: false }),
});

/** A text longer than an input holds has as many as it needs, and one more when the last is full. */
function inputs(field: Field, scene: FieldScene): Element[][] {
  const most = typeof field.max === 'number' ? field.max : inputMost;
  const long = (field.lines ?? 1) > 1 || most > 200;
  const look = { max: Math.min(most, inputMost), ...(long && { lines: field.lines ?? 2 }) };
  return inputsOf(field, scene.open).map((value, part) => [
    ...(part === 0 ? [heading(field), ...hinted(field)] : [note(neutral(scene.words.more(field.label)))]),
    input(field, scene, { ...look, value, part }),
  ]);
}

function datePicker(field: Field, scene: FieldScene): Element {
  const day = one(field, scene);
  return {
    tag: 'date_picker',
    name: nameOf('d', field.name),
    placeholder: label(field.label),
    width: 'fill',
    ...(/^\d{4}-\d\d-\d\d$/.test(day) && { initial_date: day }),
    ...required(field, scene),
  };
}

const scale = ({ min = 1, max = 5 }: Field): Option[] =>
  Array.from({ length: Math.max(0, Number(max) - Number(min) + 1) }, (_, i) => {
    const value = String(Number(min) + i);
    return { label: value, value };
  });

function select(field: Field, options: readonly Option[], scene: FieldScene): Element[] {
  const picked = several(field, scene).filter((v) => options.some((o) => o.value === v));
  const many = field.many === true;
  const element: Element = {
    tag: many ? 'multi_select_static' : 'select_static',
    name: nameOf('v', field.name),
    placeholder: label(field.label),
    width: 'fill',
    options: optionsOf(options),
    ...required(field, scene),
    ...(many && { selected_values: picked }),
    ...(!many && picked[0] !== undefined && { initial_option: picked[0] }),
  };
  return [heading(field), ...hinted(field), element, ...folded(options, scene)];
}

const foldedMost = 10_000;

/** What options mean stands below them; of very many only what their own line could not hold. */
function folded(options: readonly Option[], scene: FieldScene): Element[] {
  const all = explained(options, scene);
  if (weigh(all).bytes <= foldedMost) return all;
  return explained(
    options.map(({ label: whole, value }) => ({ label: whole, value })),
    scene,
  );
}

/** Persons to choose from: with their pictures when all of them have an account here. */
function candidates(field: Field, options: readonly Option[], scene: FieldScene): Element[] {
  const accounts = options.map((o) => scene.people.get(o.value)?.account);
  if (accounts.some((account) => account === undefined)) {
    const [, ...rest] = select({ ...field, required: false, label: field.label }, options, scene);
    return rest.slice(field.hint ? 1 : 0);
  }
  const picked = several(field, scene).flatMap((id) => scene.people.get(id)?.account ?? []);
  const chosen = picked.filter((account) => accounts.includes(account));
  const many = field.many === true;
  return [
    {
      tag: many ? 'multi_select_person' : 'select_person',
      name: nameOf('a', field.name),
      placeholder: label(field.label),
      width: 'fill',
      options: [...new Set(accounts)].map((value) => ({ value })),
      required: false,
      ...(many && { selected_values: chosen }),
      ...(!many && chosen[0] !== undefined && { initial_option: chosen[0] }),
    },
  ];
}

const offered = (field: Field, scene: FieldScene): Element[] => [
  heading(field),
  ...hinted(field),
  ...candidates(field, field.options ?? [], scene),
];

/** Who stands there already, then a search; what was found is offered page by page. */
function searched(field: Field, scene: FieldScene): Element[] {
  const { words, open } = scene;
  const picked = several(field, scene);
  const found = open.found[field.name];
  const shown = found ? found.ids.slice(found.from, found.from + candidatesAtOnce) : [];
  const ids = [...new Set([...picked, ...shown])];
  const options = ids.map((value) => ({ value, label: scene.people.get(value)?.name ?? value }));
  const search: Element = {
    tag: 'input',
    name: nameOf('q', field.name),
    input_type: 'text',
    max_length: 100,
    width: 'fill',
    required: false,
    placeholder: label(ids.length > 0 ? words.searchMore : words.search),
  };
  return [
    heading(field),
    ...hinted(field),
    ...(ids.length > 0 ? candidates(field, options, scene) : []),
    ...further(field, scene),
    search,
  ];
}

function further(field: Field, { words, open, stamp }: FieldScene): Element[] {
  const found = open.found[field.name];
  if (!found || found.ids.length <= candidatesAtOnce) return [];
  const to = Math.min(found.from + candidatesAtOnce, found.ids.length);
  return [
    note(neutral(words.foundSome(found.from + 1, to, found.ids.length))),
    submit(`m0_${field.name}`, {
      label: words.furtherPeople,
      value: { s: open.form.token, n: stamp, more: field.name },
    }),
  ];
}

function fileField(field: Field, { words, open }: FieldScene): Element[] {
  const names = (open.files[field.name] ?? []).map((f) => f.name).join(', ');
  return [heading(field), ...hinted(field), note(neutral(names ? words.filesHere(names) : words.sendFile))];
}
