import type { Catalogue } from '../../lib/domain/catalogue/catalogue';
import type { BookmarkCheck, DriftFinding } from '../../lib/domain/degradation/drift';
import { findDrift } from '../../lib/domain/degradation/find-drift';
import { readHealthAnswer } from '../../lib/domain/health/read-health-answer';
import { probeBookmark } from '../../lib/server/degradation/probe-bookmark';
import { fetchAlertRules, readAlertRules } from '../../lib/server/degradation/read-alert-rules';
import { readFailureComments } from '../../lib/server/degradation/read-failure-comments';
import { fetchHealth } from '../../lib/server/health/fetch-health';

/** What the command was asked to hold the catalogue against. */
export interface DriftQuestion {
  /** A deep-health address. */
  against?: string | undefined;
  /** A rule file, a folder of them, or a Prometheus address. */
  rules?: string | undefined;
  /** The platform's source tree. */
  source?: string | undefined;
  bookmarks: boolean;
}

const deadlineMs = 5_000;

/** Holds a sound catalogue against reality; answers a line for each thing they disagree on. Throws when it cannot look. */
export async function checkDrift(catalogue: Catalogue, question: DriftQuestion): Promise<string[]> {
  const { against, rules, source, bookmarks } = question;
  const findings = findDrift(catalogue, {
    reportedKeys: against === undefined ? null : await keysAt(against),
    rules: rules === undefined ? null : await (/^https?:/.test(rules) ? fetchAlertRules(rules) : readAlertRules(rules)),
    comments: source === undefined ? null : readFailureComments(source),
    bookmarks: bookmarks ? await probeAll(catalogue) : null,
  });
  return findings.map(toLine);
}

async function keysAt(url: string) {
  const fetched = await fetchHealth(url, {}, deadlineMs);
  if (!fetched.ok) throw new Error(`${url}: ${fetched.reason}`);
  return readHealthAnswer(fetched.answer).components.map(({ key }) => ({ targetName: url, key }));
}

async function probeAll({ bookmarks }: Catalogue): Promise<BookmarkCheck[]> {
  const checkedAt = new Date().toISOString();
  const probes = bookmarks.map(async ({ id, url }) => {
    if (url === null) return [];
    const { isAlive, detail, tlsExpiresAt } = await probeBookmark(url);
    return [
      {
        bookmarkId: id,
        url,
        isAlive,
        detail,
        tlsExpiresAt: tlsExpiresAt?.toISOString() ?? null,
        checkedAt,
        since: checkedAt,
      },
    ];
  });
  return (await Promise.all(probes)).flat();
}

function toLine({ kind, subject, detail, where }: DriftFinding): string {
  return `${kind.replaceAll('_', ' ')}: ${subject}${where ? ` (${where})` : ''}: ${detail}`;
}
