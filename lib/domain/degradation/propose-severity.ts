import type { MatrixRow, SeverityProposal } from './matrix';
import type { MatrixService } from './matrix-catalogue';

/**
 * What severity the live matrix suggests, and by which rule; people decide. The worst that any rule says, where several say
 * the same the first of them. Null while nothing is wrong.
 */
export function proposeSeverity(
  rows: readonly MatrixRow[],
  services: readonly MatrixService[],
  severities: readonly { id: string }[],
): SeverityProposal | null {
  const proposals = [...services.flatMap((service) => ofDark(service, rows)), ...rows.flatMap(ofRow)];
  const rank = ({ severity }: SeverityProposal) => severities.findIndex(({ id }) => id === severity);
  const known = proposals.filter((proposal) => rank(proposal) >= 0);
  return known.sort((a, b) => rank(a) - rank(b) || a.rule.localeCompare(b.rule))[0] ?? null;
}

function ofDark(service: MatrixService, rows: readonly MatrixRow[]): SeverityProposal[] {
  const { severity } = service.down;
  if (!severity || !isDark(service, rows)) return [];
  const because = `no instance of ${service.name} answers; assume an outage until somebody knows better`;
  return [{ severity, rule: 'S1', because }];
}

function ofRow({ severity, status, name }: MatrixRow): SeverityProposal[] {
  if (!severity) return [];
  return [{ severity, rule: status === 'down' ? 'S2' : 'S3', because: `${name} is ${status}` }];
}

/** Rule S1 needs instances that were asked in vain, or of which nothing came for long; a moment without news is no outage. */
export function isDark(service: MatrixService, rows: readonly MatrixRow[]): boolean {
  // A row of components is unknown with its targets, and is no outage of its own.
  if (service.instances.length === 0) return false;
  const row = rows.find((candidate) => candidate.serviceId === service.id);
  const isUnknown = row !== undefined && row.status === 'unknown' && row.instances.length > 0;
  return isUnknown && row.instances.every(({ silence }) => silence === 'no_answer' || silence === 'lost');
}
