import { type Action, policyRefusal } from '../access/who-may';
import { accept, type Decision, refuse } from '../kernel/decision';
import { closedRefusal } from './closed-refusal';
import type { IncidentEvent } from './events';
import type { IncidentState } from './incident';
import type { ChangeServicesInput } from './inputs';
import type { RecordContext } from './record-context';

/** Rule I24: services come in and go out while the incident is open; what is so already is left alone. */
export function changeServices(direction: 'add' | 'remove') {
  const action: Action = direction === 'add' ? 'incident.add_services' : 'incident.remove_services';

  function decide(
    { incident }: { incident: IncidentState },
    { services: asked }: ChangeServicesInput,
    context: RecordContext,
  ): Decision<IncidentEvent> {
    const refusal = policyRefusal(context.actor, action) ?? closedRefusal(incident);
    if (refusal) return refuse(refusal);
    const isAdding = direction === 'add';
    const news = [...new Set(asked)].filter((id) => incident.services.includes(id) !== isAdding);
    if (news.length === 0) return accept();
    // The rows of now, not those of the version that it was declared under: it is about what is live.
    const live = context.looked?.live;
    if (!live) return refuse({ code: 'only_on_server' });
    const unknown = news.find((id) => !live.some(({ serviceId }) => serviceId === id));
    if (isAdding && unknown !== undefined) return refuse({ code: 'unknown_service', asked: unknown });
    const named = news.map((id) => ({ id, name: live.find(({ serviceId }) => serviceId === id)?.name ?? id }));
    const data = isAdding ? { added: named, removed: [] } : { added: [], removed: named };
    return accept({ type: 'incident.services_changed', data });
  }

  return decide;
}
