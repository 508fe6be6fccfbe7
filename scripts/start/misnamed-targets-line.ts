import path from 'node:path';
import { findMisnamedTargets, sayMisnamedTargets } from '../../lib/domain/degradation/misnamed-targets';
import { loadCatalogue } from '../../lib/server/catalogue/load-catalogue';
import { readEnvironment } from '../../lib/server/env';

/** Rule D15 at the start: ids in HEALTH_TARGETS that no row expects, in a line of their own; '' when there are none. */
export function misnamedTargetsLine(env: Record<string, string>): string {
  const reading = readEnvironment(env);
  const targets = reading.ok ? reading.env.HEALTH_TARGETS : undefined;
  if (!reading.ok || !targets) return '';
  const loaded = loadCatalogue(path.resolve(reading.env.CATALOG_DIR));
  const misnamed = loaded.ok ? findMisnamedTargets(loaded.catalogue.services, targets) : null;
  return misnamed ? `  Note         ${sayMisnamedTargets(misnamed)}\n\n` : '';
}
