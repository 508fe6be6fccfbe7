import 'server-only';
import path from 'node:path';
import type { Catalogue } from '@/lib/domain/catalogue/catalogue';
import { env } from '../env';
import { perProcess } from '../kernel/per-process';
import { loadCatalogue } from './load-catalogue';

/** The catalogue this process runs with. Throws, naming file and line, when the folder has mistakes. */
export function getCatalogue(): Catalogue {
  return perProcess('catalogue', () => {
    const loaded = loadCatalogue(path.resolve(/* turbopackIgnore: true */ env().CATALOG_DIR));
    if (!loaded.ok) throw new Error(`the catalogue has mistakes:\n  ${loaded.mistakes.join('\n  ')}`);
    return loaded.catalogue;
  });
}
