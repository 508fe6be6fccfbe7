import type { Severity } from '@/lib/domain/catalogue/catalogue';

/** What the declare dialog offers, from the catalogue. */
export interface DeclareChoices {
  severities: Severity[];
  defaultSeverity: string;
  services: { id: string; name: string }[];
}

/** What is filled in when one declares from somewhere, such as a row of the matrix. */
export interface DeclarePrefill {
  title: string;
  services: string[];
  /** What the matrix proposes there; the default stays the catalogue's. */
  proposed?: string | undefined;
}
