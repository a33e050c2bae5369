/** Files that wait in the composer: uploaded at once, sent with the next message. */
import { api } from './api.ts';
import type { Page } from './page.ts';

export interface Attached {
  name: string;
  id: string | undefined;
}

export interface Attaching {
  list(): Attached[];
  ids(): string[];
  busy(): boolean;
  add(files: Iterable<File> | null | undefined): void;
  drop(file: Attached): void;
  set(files: Attached[]): void;
}

export function createAttaching(page: Page, draw: () => void): Attaching {
  let attached: Attached[] = [];
  const set = (files: Attached[]) => {
    attached = files;
    draw();
  };
  const drop = (file: Attached) => set(attached.filter((other) => other !== file));
  async function upload(file: File): Promise<void> {
    const row: Attached = { name: file.name, id: undefined };
    set([...attached, row]);
    try {
      row.id = await api.upload(page.store.get().me, file);
      draw();
    } catch (error) {
      drop(row);
      page.deeds.fail(error);
    }
  }
  return {
    list: () => attached,
    ids: () => attached.flatMap((file) => (file.id ? [file.id] : [])),
    busy: () => attached.some((file) => !file.id),
    add(files) {
      for (const file of files ?? []) void upload(file);
    },
    drop,
    set,
  };
}
