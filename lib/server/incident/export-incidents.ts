import 'server-only';
import { stringify } from 'csv-stringify/sync';
import type { Actor } from '@/lib/domain/access/actor';
import type { IncidentFilter } from '@/lib/domain/incident/incident-filter';
import type { IncidentSummary } from '@/lib/domain/incident/incident-summary';
import { listIncidents } from './list-incidents';

export type ExportFormat = 'csv' | 'json';

const batch = 500;
const columns = [
  ...(['number', 'title', 'severity', 'status', 'commander', 'failureClass', 'declaredAt', 'resolvedAt'] as const),
  ...(['mergedInto', 'postmortemDueAt', 'postmortemFinishedAt'] as const),
];

/** All incidents that the actor may see and asked for, newest first, a batch at a time however many there are. */
export function exportIncidents(
  actor: Actor,
  filter: IncidentFilter,
  format: ExportFormat,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const parts = writeParts(actor, filter, format);
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

async function* writeParts(actor: Actor, filter: IncidentFilter, format: ExportFormat): AsyncGenerator<string, void> {
  let cursor: string | null | undefined;
  let isFirst = true;
  while (cursor !== null) {
    const page = await listIncidents(actor, { filter, limit: batch, ...(cursor && { cursor }) });
    yield format === 'csv' ? toCsv(page.items, isFirst) : toJson(page.items, isFirst);
    cursor = page.nextCursor;
    isFirst = false;
  }
  if (format === 'json') yield '\n]\n';
}

/** RFC 4180. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function toCsv(incidents: readonly IncidentSummary[], withHeader: boolean): string {
  return stringify([...incidents], { header: withHeader, columns, record_delimiter: '\r\n', escape_formulas: true });
}

function toJson(incidents: readonly IncidentSummary[], isFirst: boolean): string {
  const lines = incidents.map((incident) =>
    JSON.stringify(Object.fromEntries(columns.map((name) => [name, incident[name]]))),
  );
  return `${isFirst ? '[' : ''}${lines.map((line, index) => `${isFirst && index === 0 ? '' : ','}\n${line}`).join('')}`;
}
