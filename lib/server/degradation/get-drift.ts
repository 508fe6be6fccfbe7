import 'server-only';
import type { DriftFinding, Reality } from '@/lib/domain/degradation/drift';
import { findDrift } from '@/lib/domain/degradation/find-drift';
import { isCurrent } from '@/lib/domain/health/staleness';
import { getCatalogue } from '../catalogue/get-catalogue';
import { placeOfOwnAlertRules } from '../catalogue/own-alert-rules';
import { env } from '../env';
import { getHealth } from '../health/get-health';
import { now } from '../kernel/clock';
import { getBookmarkChecks } from './bookmark-checks';
import { fetchAlertRules, readAlertRules } from './read-alert-rules';
import { readFailureComments } from './read-failure-comments';

/** What disagrees right now, what could be looked at, and what could not, with why. */
export interface DriftReport {
  asOf: string;
  findings: DriftFinding[];
  looked: { what: 'health' | 'alert rules' | 'source' | 'bookmarks'; at: string }[];
  notLooked: { what: 'health' | 'alert rules' | 'source' | 'bookmarks'; why: string }[];
}

/** Compares the catalogue with what this console can see: live health, alert rules, PLATFORM_SOURCE, the bookmarks. */
export async function getDrift(): Promise<DriftReport> {
  const catalogue = getCatalogue();
  const report: DriftReport = { asOf: now().toISOString(), findings: [], looked: [], notLooked: [] };
  const reality: Reality = {
    reportedKeys: await look(report, 'health', 'the targets', reportedKeys),
    rules: await look(report, 'alert rules', placeOfRules(), rulesAt),
    comments: await look(report, 'source', env().PLATFORM_SOURCE, async (place) => readFailureComments(place)),
    bookmarks: await look(report, 'bookmarks', env().BOOKMARK_CHECKS === 'on' ? 'their addresses' : undefined, () =>
      getBookmarkChecks(catalogue.bookmarks),
    ),
  };
  return { ...report, findings: findDrift(catalogue, reality) };
}

async function reportedKeys() {
  const targets = (await getHealth()).targets.filter((target) => !target.self && isCurrent(target, now().getTime()));
  if (targets.length === 0) throw new Error('no target answers right now');
  return targets.flatMap(({ name, components }) => components.map(({ key }) => ({ targetName: name, key })));
}

/** ALERT_RULES, else the catalogue's own. */
function placeOfRules(): string | undefined {
  return env().ALERT_RULES ?? placeOfOwnAlertRules(env().CATALOG_DIR) ?? undefined;
}

/** Alert rules from a file, a folder, or a running Prometheus. */
async function rulesAt(place: string) {
  return /^https?:\/\//.test(place) ? fetchAlertRules(place) : readAlertRules(place);
}

const missing = {
  'alert rules': 'ALERT_RULES is not set and the catalogue has no alert-rules.yaml',
  source: 'PLATFORM_SOURCE is not set',
  bookmarks: 'BOOKMARK_CHECKS is off',
  health: '',
};

async function look<T>(
  report: DriftReport,
  what: keyof typeof missing,
  at: string | undefined,
  read: (at: string) => Promise<T>,
): Promise<T | null> {
  if (at === undefined) {
    report.notLooked.push({ what, why: missing[what] });
    return null;
  }
  try {
    const found = await read(at);
    report.looked.push({ what, at });
    return found;
  } catch (error) {
    report.notLooked.push({ what, why: error instanceof Error ? error.message : 'unknown' });
    return null;
  }
}
