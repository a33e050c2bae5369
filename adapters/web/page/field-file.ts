/** A file is uploaded as soon as it is chosen; the form carries its id. */
import { api } from './api.ts';
import { fill, h } from './dom.ts';
import type { Control, Making } from './fields.ts';
import { icon } from './icons.ts';
import type { Words } from './messages.ts';

interface Chosen {
  name: string;
  id: string | undefined;
}

const drawChosen = (file: Chosen, w: Words, remove: () => void): HTMLElement =>
  h(
    'span',
    { class: 'file-chip' },
    icon('file', 18),
    h('span', { dir: 'auto' }, file.id === undefined ? w.uploading(file.name) : file.name),
    h(
      'button',
      { type: 'button', class: 'icon-button small', 'aria-label': w.remove(file.name), onClick: remove },
      icon('close', 14),
    ),
  );

export function fileField({ field, id, look, page }: Making): Control {
  const w = look.words;
  const given = Array.isArray(field.value) ? field.value : field.value ? [field.value] : [];
  let chosen: Chosen[] = given.map((file) => ({ name: file, id: file }));
  const input = h('input', { type: 'file', id, class: 'file-input', multiple: field.many });
  const list = h('div', { class: 'files' });
  const keep = (files: Chosen[]) => {
    chosen = files;
    fill(
      list,
      chosen.map((file) => drawChosen(file, w, () => keep(chosen.filter((other) => other !== file)))),
    );
  };
  async function upload(file: File): Promise<void> {
    const row: Chosen = { name: file.name, id: undefined };
    keep(field.many ? [...chosen, row] : [row]);
    try {
      row.id = await api.upload(look.me, file);
      keep(chosen);
    } catch (error) {
      keep(chosen.filter((other) => other !== row));
      page.deeds.fail(error);
    }
  }
  input.addEventListener('change', () => {
    for (const file of input.files ?? []) void upload(file);
    input.value = '';
  });
  keep(chosen);
  const ids = () => chosen.flatMap((file) => (file.id ? [file.id] : []));
  return {
    el: h('div', {}, h('label', { class: 'button', for: id }, icon('attach', 18), w.chooseFile), input, list),
    focus: input,
    read: () => (ids().length === 0 ? undefined : field.many ? ids() : ids()[0]),
    busy: () => chosen.some((file) => file.id === undefined),
  };
}
