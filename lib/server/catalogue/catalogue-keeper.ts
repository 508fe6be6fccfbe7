import 'server-only';
import type { Catalogue } from '@/lib/domain/catalogue/catalogue';
import { now } from '../kernel/clock';
import { loadCatalogue } from './load-catalogue';

/** What is wrong with the files since when (ISO UTC), while the last good catalogue stays in use. */
export interface CatalogueTrouble {
  since: string;
  mistakes: string[];
}

/** Holds the catalogue of one folder: the newest one that was sound. */
export class CatalogueKeeper {
  #current: Catalogue;
  #trouble: CatalogueTrouble | null = null;

  /** Throws, naming file and line, when the folder has mistakes: nothing starts with a broken catalogue. */
  constructor(readonly folder: string) {
    const loaded = loadCatalogue(folder);
    if (!loaded.ok) throw new Error(`the catalogue has mistakes:\n  ${loaded.mistakes.join('\n  ')}`);
    this.#current = loaded.catalogue;
  }

  get current(): Catalogue {
    return this.#current;
  }

  get trouble(): CatalogueTrouble | null {
    return this.#trouble;
  }

  /** Reads the folder again. A sound catalogue replaces the one in use; a broken one is only remembered as trouble. */
  reload(): 'changed' | 'same' | 'broken' {
    const loaded = loadCatalogue(this.folder);
    if (!loaded.ok) {
      this.#trouble = { since: this.#trouble?.since ?? now().toISOString(), mistakes: loaded.mistakes };
      return 'broken';
    }
    this.#trouble = null;
    if (loaded.catalogue.version === this.#current.version) return 'same';
    this.#current = loaded.catalogue;
    return 'changed';
  }
}
