import { toRef } from '../access/actor';
import { isAtLeast } from '../access/role';
import { policyRefusal } from '../access/who-may';
import type { Catalogue } from '../catalogue/catalogue';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { IncidentEvent } from './events';
import type { BrokenBookmark, DeclaredSituation } from './incident';
import type { DeclareInput } from './inputs';
import { namedPeople } from './looked-up';
import type { RecordContext } from './record-context';
import { rowHolding } from './row-holding';

/** What only a new incident needs: its number, and the catalogue it is declared under. */
export interface DeclareContext extends RecordContext {
  number: string;
  catalogue: Catalogue;
  /** Bookmarks that do not answer right now. */
  brokenBookmarks?: BrokenBookmark[];
}

/** Rule I25: what the live matrix says of the rows that it will hold. */
function situationOf({ number, looked }: DeclareContext, services: string[]): { situation?: DeclaredSituation } {
  const { situation, holders } = looked ?? {};
  if (situation?.sentence === undefined) return {};
  const holdingOf = rowHolding({ number, services, status: 'investigating' }, holders);
  const rows = situation.rows.filter(({ serviceId, status }) => {
    const isWell = status === 'ok' || status === 'disabled';
    return holdingOf(serviceId).by === 'own' && (services.includes(serviceId) || !isWell);
  });
  return {
    situation: {
      sentence: situation.sentence,
      rows: rows.map(({ serviceId, name, status, since, users }) => ({ serviceId, name, status, since, users })),
      targets: situation.targets ?? [],
    },
  };
}

/** Rules I1 to I4: opens the record; whoever may command and declares, commands. */
export function declare(_: null, asked: DeclareInput, context: DeclareContext): Decision<IncidentEvent> {
  const refusal = policyRefusal(context.actor, 'incident.declare');
  if (refusal) return refuse(refusal);
  const { catalogue } = context;
  const ladder = catalogue.severities.map((severity) => severity.id);
  const severity = asked.severity ?? catalogue.defaultSeverity;
  if (!ladder.includes(severity)) return refuse({ code: 'unknown_severity', asked: severity, known: ladder });
  const services = asked.services ?? [];
  const unknown = services.find((id) => !catalogue.services.some((service) => service.id === id));
  if (unknown !== undefined) return refuse({ code: 'unknown_service', asked: unknown });
  const future = [asked.impactStartedAt, asked.detectedAt].find((at) => at !== undefined && at > context.now);
  if (future) return refuse({ code: 'time_in_future', occurredAt: future, now: context.now });

  const named = asked.isPrivate ? namedPeople(context, asked.people ?? [], [toRef(context.actor)]) : null;
  if (named && !named.ok) return refuse(named.rejection);

  const declared: IncidentEvent = {
    type: 'incident.declared',
    data: {
      number: context.number,
      title: asked.title,
      severity,
      ladder,
      services,
      catalogVersion: catalogue.version,
      checklists: catalogue.checklists,
      ...(asked.impactStartedAt && { impactStartedAt: asked.impactStartedAt }),
      ...(asked.detectedAt && { detectedAt: asked.detectedAt }),
      ...(named && { visibleTo: named.value }),
      ...situationOf(context, services),
      updatePromises: Object.fromEntries(
        catalogue.severities.flatMap(({ id, updates }) => (updates ? [[id, updates] as const] : [])),
      ),
      ...(context.brokenBookmarks?.length && { brokenBookmarks: context.brokenBookmarks }),
    },
  };
  if (!isAtLeast(context.actor.role, 'commander')) return accept(declared);
  return accept<IncidentEvent>(declared, {
    type: 'incident.command_taken',
    data: { commander: toRef(context.actor), from: null },
  });
}
