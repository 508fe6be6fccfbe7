import { type RowHolder, rowHolding } from '../incident/row-holding';
import type { Matrix, MatrixRow, SeverityProposal } from './matrix';
import type { MatrixCatalogue, MatrixService } from './matrix-catalogue';
import { isDark, proposeSeverity } from './propose-severity';

/** A row that an incident may be about. Times are ISO UTC. */
export interface DeclarableRow extends Pick<MatrixRow, 'serviceId' | 'name' | 'status' | 'since' | 'users'> {
  /** The open incident that names it; null for none. */
  heldBy: string | null;
}

/** What a declaration says while nobody has changed it. */
export interface ProposedDeclaration {
  /** What users feel, as the situation page says it. */
  sentence: string;
  title: string;
  /** Every row that is not well, the worst first, and the one that it is declared from. */
  rows: DeclarableRow[];
  /** Ids of the services that it is about. */
  services: string[];
  proposal: SeverityProposal | null;
}

const mostInTitle = 200;
const isTrouble = ({ status }: Pick<MatrixRow, 'status'>) => status === 'down' || status === 'degraded';

/**
 * Rule I26: what the live matrix would declare: from one row, or from all that are in trouble and that no open incident
 * names. The severity is the one that the NOW line would propose for it (rule N6).
 */
export function proposeDeclaration(
  matrix: Pick<Matrix, 'rows' | 'sentence'>,
  { services, severities }: Pick<MatrixCatalogue, 'services' | 'severities'>,
  holders: readonly RowHolder[],
  fromId?: string,
): ProposedDeclaration {
  const holdingOf = rowHolding({ number: '', services: [], status: 'investigating' }, holders);
  const heldBy = (id: string) => {
    const holding = holdingOf(id);
    return holding.by === 'other' ? holding.number : null;
  };
  const free = matrix.rows.filter(({ serviceId }) => heldBy(serviceId) === null);
  const proposal = proposeSeverity(free, services, severities);
  const from = matrix.rows.find(({ serviceId }) => serviceId === fromId);
  const ticked = from ? [from] : [...free.filter(isTrouble), ...darkRows(free, services)];
  const rows = matrix.rows.filter((row) => row === from || (row.status !== 'ok' && row.status !== 'disabled'));
  return {
    ...{ sentence: matrix.sentence, proposal },
    title: titleOf(from ?? leadingRow(ticked, services, proposal), services),
    rows: rows.map(({ serviceId, name, status, since, users }) => ({
      ...{ serviceId, name, status, since, users, heldBy: heldBy(serviceId) },
    })),
    services: ticked.map(({ serviceId }) => serviceId),
  };
}

/** Since when the first of these services is in trouble (ISO UTC); when none is, since when nothing is known of one. */
export function troubleStart(rows: readonly DeclarableRow[], services: readonly string[]): string | null {
  const chosen = rows.filter(({ serviceId }) => services.includes(serviceId));
  const troubles = chosen.filter(isTrouble);
  const unknown = chosen.filter(({ status }) => status === 'unknown');
  const times = (troubles.length > 0 ? troubles : unknown).flatMap(({ since }) => since ?? []);
  return times.sort()[0] ?? null;
}

/** Rule S1: those of which no instance answers. */
function darkRows(rows: readonly MatrixRow[], services: readonly MatrixService[]): MatrixRow[] {
  return rows.filter(({ serviceId }) => services.some((service) => service.id === serviceId && isDark(service, rows)));
}

/** The row that makes it as severe as it is; where the proposal comes from an unheard one, that. */
function leadingRow(
  rows: readonly MatrixRow[],
  services: readonly MatrixService[],
  proposal: SeverityProposal | null,
): MatrixRow | undefined {
  if (proposal?.rule === 'S1') return darkRows(rows, services)[0] ?? rows[0];
  return rows.find(({ severity }) => severity !== null && severity === proposal?.severity) ?? rows[0];
}

/** What users feel of it, up to what still goes; else what is known of it. */
function titleOf(row: MatrixRow | undefined, services: readonly MatrixService[]): string {
  if (!row) return '';
  const service = services.find(({ id }) => id === row.serviceId);
  const impact = row.status === 'down' || row.status === 'degraded' ? service?.[row.status] : undefined;
  const [felt = ''] = row.users.split(';');
  const isFelt = impact !== undefined && Object.keys(impact.functions).length > 0 && felt.trim() !== '';
  return (isFelt ? felt.trim() : stateOf(row, service)).slice(0, mostInTitle);
}

/** Of a row that others report, nobody knows whether it answers. */
function stateOf({ name, status }: MatrixRow, service: MatrixService | undefined): string {
  if (status !== 'unknown') return `${name} is ${status}`;
  return service && service.instances.length > 0 ? `${name} does not answer` : `Nothing is known of ${name}`;
}
