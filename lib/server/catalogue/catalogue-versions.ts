import 'server-only';
import type { Prisma } from '@/generated/prisma/client';
import type { Catalogue } from '@/lib/domain/catalogue/catalogue';
import { type CatalogueContent, toCatalogueContent } from '@/lib/domain/catalogue/catalogue-content';
import { now } from '../kernel/clock';
import { database } from '../kernel/database';
import { perProcess } from '../kernel/per-process';
import { getCatalogue } from './get-catalogue';

/** Incidents that are open at once stem from few versions. */
const mostRemembered = 50;
const remembered = () => perProcess('catalogue versions', () => new Map<string, CatalogueContent>());

/** Keeps what incidents need of this catalogue, once for each version, whoever is first. Throws when the database fails. */
export async function keepCatalogueVersion(catalogue: Catalogue): Promise<void> {
  const content = toCatalogueContent(catalogue) as unknown as Prisma.InputJsonObject;
  await database().catalogueVersion.createMany({
    data: [{ id: catalogue.version, content, loadedAt: now() }],
    skipDuplicates: true,
  });
}

/** The catalogue an incident was declared under, from memory where possible; null when no node has kept that version. */
export async function getCatalogueVersion(id: string): Promise<CatalogueContent | null> {
  const known = remembered().get(id);
  if (known) return known;
  const current = getCatalogue();
  const content = id === current.version ? toCatalogueContent(current) : await storedContent(id);
  if (content) remember(id, content);
  return content;
}

async function storedContent(id: string): Promise<CatalogueContent | null> {
  const row = await database().catalogueVersion.findUnique({ where: { id } });
  return row ? (row.content as unknown as CatalogueContent) : null;
}

/** A version never changes; the oldest one makes room. */
function remember(id: string, content: CatalogueContent): void {
  const versions = remembered();
  const [oldest] = versions.keys();
  if (versions.size >= mostRemembered && oldest !== undefined) versions.delete(oldest);
  versions.set(id, content);
}
