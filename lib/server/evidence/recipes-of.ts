import 'server-only';
import type { EvidenceRecipe } from '@/lib/domain/catalogue/evidence-guide';
import { getCatalogueVersion } from '../catalogue/catalogue-versions';
import { getCatalogue } from '../catalogue/get-catalogue';
import { readPool } from '../kernel/read-pool';

const versionOf = "SELECT state->'incident'->>'catalogVersion' AS version FROM incident WHERE number = $1";

/** The capture commands of the catalogue that an incident was declared under. */
export async function recipesOf(number: string): Promise<EvidenceRecipe[]> {
  const { rows } = await readPool().query<{ version: string }>(versionOf, [number]);
  const version = rows[0]?.version;
  const catalogue = version === undefined ? null : await getCatalogueVersion(version);
  return (catalogue ?? getCatalogue()).evidence.recipes;
}
