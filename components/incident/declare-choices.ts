import type { Severity } from '@/lib/domain/catalogue/catalogue';
import type { MatrixCatalogue } from '@/lib/domain/degradation/matrix-catalogue';
import type { HealthView } from '@/lib/domain/health/target-snapshot';

/** What the declare dialog offers, from the catalogue, and the health that the page came with. */
export interface DeclareChoices {
  severities: Severity[];
  defaultSeverity: string;
  matrix: MatrixCatalogue;
  health: HealthView;
}

/** Where one declares from. */
export interface DeclareStart {
  /** The row of the matrix; without it, all that are in trouble. */
  serviceId?: string;
  /** What was found out and done before there was an incident. */
  failureClass?: { id: string };
  ticked?: { checklistId: string; itemId: string; at: string }[];
  /** What it is called where the matrix has no words for it. */
  title?: string;
  /** The least severity to choose at first. */
  severity?: string;
  /** Once it is declared under this number. */
  onDeclared?: (number: string) => void;
}
