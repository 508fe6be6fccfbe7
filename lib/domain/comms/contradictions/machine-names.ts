import type { Catalogue } from '../../catalogue/catalogue';
import { namesOfService } from './names-of';

type Named = Pick<Catalogue, 'targets' | 'services' | 'evidence'>;

/**
 * What machines and programs are called here, in lower case: ids and hosts of targets, containers, and services whose
 * name is no plain word (`postgres-primary`, `MinIO`). A service that is called like what people do (`search`) is none.
 */
export function machineNames({ targets, services, evidence }: Named): string[] {
  const hosts = targets.flatMap(({ url }) => (URL.canParse(url) ? [new URL(url).hostname] : []));
  const containers = evidence.recipes.flatMap(({ perInstance = [] }) => perInstance.map(({ name }) => name));
  const ids = [...targets, ...services].map(({ id }) => id).filter((id) => /[-_\d]/.test(id));
  const products = services.flatMap(({ name }) => name.split(/\s+/)).filter((word) => /\p{Ll}\p{Lu}/u.test(word));
  const names = [...hosts, ...containers, ...ids, ...products.flatMap(namesOfService)];
  return [...new Set(names.map((name) => name.toLowerCase()))];
}
