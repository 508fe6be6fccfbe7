import path from 'node:path';
import type { Catalogue } from '../../../lib/domain/catalogue/catalogue';
import { loadCatalogue } from '../../../lib/server/catalogue/load-catalogue';

/** The catalogue that the archive's incidents are declared under. Throws its first mistake. */
export function shippedCatalogue(root: string): Catalogue {
  const loaded = loadCatalogue(path.join(root, 'catalog'));
  if (!loaded.ok) throw new Error(loaded.mistakes[0]);
  return loaded.catalogue;
}
