import type { Catalogue, Service } from '../catalogue/catalogue';

/** What a row needs of its service; the rest is loaded when the row is opened. */
export type MatrixService = Pick<
  Service,
  'id' | 'name' | 'remark' | 'healthKeys' | 'instances' | 'degraded' | 'down' | 'runbook'
>;

/** The part of the catalogue that the matrix needs; small enough to be sent to every page. */
export interface MatrixCatalogue extends Pick<Catalogue, 'platform' | 'functions'> {
  services: MatrixService[];
  /** Most severe first. */
  severities: { id: string }[];
}

/** Leaves out what a row shows only when it is opened, and what severities mean. */
export function toMatrixCatalogue({ platform, functions, services, severities }: Catalogue): MatrixCatalogue {
  return {
    platform,
    functions,
    services: services.map(({ id, name, remark, healthKeys, instances, degraded, down, runbook }) => ({
      ...{ id, name, healthKeys, instances, degraded, down },
      ...(remark ? { remark } : {}),
      ...(runbook ? { runbook } : {}),
    })),
    severities: severities.map(({ id }) => ({ id })),
  };
}
