import { policyRefusal } from '../access/who-may';
import { closedRefusal, mergedRefusal } from '../incident/closed-refusal';
import type { RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { CommsEvent } from './events';
import type { RevokeLinkInput } from './inputs';
import type { CommsRecord } from './record';

const mostLinks = 50;

/** Rule M6: a link for people without an account was made. Its token is never in the record. */
export function recordLink(
  { incident, comms }: CommsRecord,
  { linkId, label, expiresAt }: { linkId: string; label: string; expiresAt: string },
  { actor }: RecordContext,
): Decision<CommsEvent> {
  const refusal = policyRefusal(actor, 'comms.make_link') ?? closedRefusal(incident);
  if (refusal) return refuse(refusal);
  if (incident.visibleTo !== null) return refuse({ code: 'private_stays_inside', channels: ['a link'] });
  if (comms.links.some((link) => link.linkId === linkId)) return accept();
  if (comms.links.length >= mostLinks) return refuse({ code: 'too_many', of: 'links', most: mostLinks });
  return accept({ type: 'comms.link_made', data: { linkId, label, expiresAt } });
}

/** Rule M6: from now on the link shows nothing. */
export function revokeLink(
  { incident, comms }: CommsRecord,
  { linkId }: RevokeLinkInput,
  { actor }: RecordContext,
): Decision<CommsEvent> {
  const refusal = policyRefusal(actor, 'comms.revoke_link') ?? mergedRefusal(incident);
  if (refusal) return refuse(refusal);
  const link = comms.links.find((one) => one.linkId === linkId);
  if (!link) return refuse({ code: 'no_such_link' });
  return link.revokedAt === null ? accept({ type: 'comms.link_revoked', data: { linkId } }) : accept();
}
