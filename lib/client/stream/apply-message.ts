import 'client-only';
import type { QueryClient } from '@tanstack/react-query';
import type { HeadCount, Present } from '@/lib/domain/access/presence';
import type { HealthView, TargetSnapshot } from '@/lib/domain/health/target-snapshot';
import type { IncidentSummary } from '@/lib/domain/incident/incident-summary';
import { goneKey, headCountsKey, healthKey, openIncidentsKey, presenceKey } from '../store/query-keys';
import { catchUpBehind, catchUpRecord, receiveEvents } from '../store/record-cache';
import type { StreamData, StreamMessage } from './stream-message';

/** Puts what the stream says where the pages read it. */
export function applyMessage(client: QueryClient, message: StreamMessage): void {
  switch (message.name) {
    case 'hello':
      // Whatever changed while nobody listened.
      void client.invalidateQueries({ queryKey: openIncidentsKey });
      return;
    case 'snapshot':
      client.setQueryData<HealthView>(healthKey, message.data);
      return;
    case 'health':
      client.setQueryData<HealthView>(healthKey, (view) => view && withTarget(view, message.data));
      return;
    case 'incidents':
      client.setQueryData(goneKey(message.data.number), false);
      client.setQueryData<IncidentSummary[]>(openIncidentsKey, (list) => list && withIncident(list, message.data));
      return;
    case 'incident':
      void receiveEvents(client, message.data.number, message.data.events);
      return;
    case 'head':
      void catchUpRecord(client, message.data.number, message.data.lastSeq);
      return;
    case 'presence':
      client.setQueryData<Present>(presenceKey(message.data.number), message.data);
      return;
    case 'here':
      client.setQueryData<readonly HeadCount[]>(headCountsKey, (known) => withCounts(known ?? [], message.data));
      return;
    case 'gone':
      client.setQueryData<IncidentSummary[]>(openIncidentsKey, (list) =>
        list?.filter(({ number }) => number !== message.data.number),
      );
      client.setQueryData(goneKey(message.data.number), true);
      return;
    case 'ping':
      catchUpBehind(client);
      return;
    case 'bye':
    case 'signed_out':
  }
}

function withTarget(view: HealthView, target: TargetSnapshot): HealthView {
  return { ...view, targets: view.targets.map((known) => (known.id === target.id ? target : known)) };
}

function withCounts(known: readonly HeadCount[], { counts, isWhole }: StreamData['here']): HeadCount[] {
  if (isWhole) return counts;
  const others = known.filter(({ number }) => !counts.some((changed) => changed.number === number));
  return [...others, ...counts.filter(({ count }) => count > 0)];
}

function withIncident(list: IncidentSummary[], incident: IncidentSummary): IncidentSummary[] {
  const known = list.find(({ number }) => number === incident.number);
  if (known && known.lastSeq > incident.lastSeq) return list;
  const isOpen = incident.status !== 'resolved' && incident.status !== 'closed';
  const others = list.filter(({ number }) => number !== incident.number);
  return isOpen ? [incident, ...others].sort((a, b) => b.declaredAt.localeCompare(a.declaredAt)) : others;
}
