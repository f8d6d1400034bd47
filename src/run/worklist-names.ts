import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ListTitle } from '../domain/worklist.js';
import { safeFileName, UniqueNames } from '../output/file-name.js';
import type { ListStyle } from '../report/worklist-sheets.js';
import { listLabel, provinceFolderLabel } from '../report/worklist-words.js';

/** Gives each list a file name of its own in the folder of its province, and makes these folders. */
export class ListNames {
  readonly #folder: string;
  readonly #style: ListStyle;
  readonly #folders = new Map<string, { readonly path: string; readonly names: UniqueNames }>();
  readonly #folderNames = new UniqueNames();

  constructor(folder: string, style: ListStyle) {
    this.#folder = folder;
    this.#style = style;
  }

  /** A free name for a list, without ending: `79 Hồ Chí Minh/79012 TYT Phường 5`. */
  of(title: ListTitle, suffix = ''): string {
    const { by, lang } = this.#style;
    const label = safeFileName(listLabel(title, by, lang)) + suffix;
    const parent = by === 'province' ? '' : provinceFolderLabel(title.province, lang);
    let folder = this.#folders.get(parent);
    if (folder === undefined) {
      const path = parent === '' ? '' : `${this.#folderNames.unique(safeFileName(parent))}/`;
      if (path !== '') mkdirSync(join(this.#folder, path), { mode: 0o700 });
      folder = { path, names: new UniqueNames() };
      if (parent === '') for (const name of ['index', 'manifest']) folder.names.unique(name);
      this.#folders.set(parent, folder);
    }
    return folder.path + folder.names.unique(label);
  }

  /** Folders of the provinces. */
  folders(): string[] {
    return [...this.#folders.values()].map(({ path }) => path).filter((path) => path !== '');
  }
}
