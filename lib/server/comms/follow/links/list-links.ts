import 'server-only';
import type { ActorRef } from '@/lib/domain/kernel/event';
import { database } from '../../../kernel/database';

/** A link as the people who may make one see it. Times are ISO UTC; the token is nowhere. */
export interface ListedLink {
  linkId: string;
  label: string;
  by: ActorRef;
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
  views: number;
  lastViewedAt: string | null;
}

/** Rule M6: every link that was made for an incident, newest first, and how often each was looked at. */
export async function listLinks(number: string): Promise<ListedLink[]> {
  const rows = await database().followLink.findMany({
    where: { incidentNumber: number },
    orderBy: { createdAt: 'desc' },
  });
  return rows.map(({ id, label, createdBy, createdAt, expiresAt, revokedAt, views, lastViewedAt }) => ({
    ...{ linkId: id, label, by: createdBy as unknown as ActorRef, views },
    ...{ createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() },
    ...{ revokedAt: revokedAt?.toISOString() ?? null, lastViewedAt: lastViewedAt?.toISOString() ?? null },
  }));
}
