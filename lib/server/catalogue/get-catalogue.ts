import 'server-only';
import path from 'node:path';
import type { Catalogue } from '@/lib/domain/catalogue/catalogue';
import { env } from '../env';
import { perProcess } from '../kernel/per-process';
import { CatalogueKeeper } from './catalogue-keeper';

/** The keeper of CATALOG_DIR. Throws, naming file and line, when the folder has mistakes at the first call. */
export function catalogueKeeper(): CatalogueKeeper {
  return perProcess(
    'catalogue',
    () => new CatalogueKeeper(path.resolve(/* turbopackIgnore: true */ env().CATALOG_DIR)),
  );
}

/** The catalogue this process runs with now. Ask again rather than keep it: it changes when the files do. */
export function getCatalogue(): Catalogue {
  return catalogueKeeper().current;
}
