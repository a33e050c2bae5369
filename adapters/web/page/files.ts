/** Files are fetched with the token and never linked: nothing personal gets into an address. */
import { api } from './api.ts';
import { toast } from './dialogs.ts';
import { h } from './dom.ts';
import { icon } from './icons.ts';
import type { Look } from './page.ts';
import type { FileRef } from './wire.ts';

export const fileId = (ref: FileRef): string => (typeof ref === 'string' ? ref : ref.file);
const fileName = (ref: FileRef): string => (typeof ref === 'string' ? ref : (ref.name ?? ref.file));

async function save(ref: FileRef, look: Look): Promise<void> {
  try {
    const { blob, name } = await api.download(fileId(ref), look.me);
    const url = URL.createObjectURL(blob);
    h('a', { href: url, download: name ?? fileName(ref) }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  } catch {
    toast(look.words.failed, true);
  }
}

export function drawFiles(files: readonly FileRef[], look: Look): HTMLElement {
  return h(
    'div',
    { class: 'files' },
    files.map((ref) =>
      h(
        'button',
        { type: 'button', class: 'file-chip', 'data-file': fileId(ref), onClick: () => void save(ref, look) },
        icon('file', 18),
        h('span', { dir: 'auto' }, fileName(ref)),
      ),
    ),
  );
}

/** Painted on a canvas: `default-src 'self'` allows neither blob nor data addresses in an <img>. */
export function drawImage(block: { file: string; alt: string }, me: string): HTMLElement {
  const canvas = h('canvas', { class: 'picture', role: 'img', 'aria-label': block.alt, width: 1, height: 1 });
  const figure = h('figure', { class: 'image loading' }, canvas, h('figcaption', { dir: 'auto' }, block.alt));
  const paint = async () => {
    const { blob } = await api.download(block.file, me);
    const picture = await createImageBitmap(blob);
    canvas.width = picture.width;
    canvas.height = picture.height;
    canvas.getContext('2d')?.drawImage(picture, 0, 0);
    picture.close();
  };
  void paint().then(
    () => figure.classList.remove('loading'),
    () => canvas.remove(),
  );
  return figure;
}
