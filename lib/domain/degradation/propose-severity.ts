import type { MatrixRow, SeverityProposal } from './matrix';
import type { MatrixService } from './matrix-catalogue';

/** What severity the live matrix suggests, and by which rule; people decide. Null while nothing is wrong. */
export function proposeSeverity(
  rows: readonly MatrixRow[],
  services: readonly MatrixService[],
  severities: readonly { id: string }[],
): SeverityProposal | null {
  const dark = services.find((service) => service.instances.length > 0 && isDark(service, rows));
  if (dark?.down.severity) {
    return {
      severity: dark.down.severity,
      rule: 'S1',
      because: `no instance of ${dark.name} answers; assume an outage until somebody knows better`,
    };
  }
  const rank = (row: MatrixRow) => severities.findIndex((severity) => severity.id === row.severity);
  const worst = rows.filter((row) => rank(row) >= 0).sort((a, b) => rank(a) - rank(b))[0];
  if (!worst?.severity) return null;
  const { severity, name } = worst;
  return worst.status === 'down'
    ? { severity, rule: 'S2', because: `${name} is down` }
    : { severity, rule: 'S3', because: `${name} is degraded` };
}

/** Rule S1 needs instances that were asked in vain, or of which nothing came for long; a moment without news is no outage. */
export function isDark(service: MatrixService, rows: readonly MatrixRow[]): boolean {
  const row = rows.find((candidate) => candidate.serviceId === service.id);
  const isUnknown = row !== undefined && row.status === 'unknown' && row.instances.length > 0;
  return isUnknown && row.instances.every(({ silence }) => silence === 'no_answer' || silence === 'lost');
}
