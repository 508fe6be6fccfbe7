import type { IncidentStatus } from '../../incident/incident';
import { redRows } from './concerned-rows';
import type { Contradiction, KnownFacts, SaidUpdate } from './contradiction';

const resolvedWords =
  /\bRESOLVED\b|\bRÉSOLU\b|\b(?:is|has been|now) (?:fully )?resolved\b|\best (?:désormais )?résolu/u;
const outageWords = /\boutages?\b|\bpannes?\b/iu;

/** The public word for each state of ours. */
export const phaseOf: Record<IncidentStatus, SaidUpdate['phase']> = {
  investigating: 'investigating',
  identified: 'identified',
  mitigated: 'monitoring',
  resolved: 'resolved',
  closed: 'resolved',
};

/** Rule M10: RESOLVED waits until nothing of the incident is red; the phase said is the one the record is in. */
export function checkPhase(update: SaidUpdate, { record, lookup }: KnownFacts): Contradiction[] {
  const { phase, texts, headline } = update;
  const found: Contradiction[] = [];
  const { status } = record.incident;
  const saysResolved = (body: string) => phase === 'resolved' || resolvedWords.test(body);
  const red = redRows(record, lookup);
  if (red.length > 0 && texts.some(({ body }) => saysResolved(body))) {
    const names = red.map(({ name, status: is }) => `${name} is ${is}`).join(', ');
    found.push({ code: 'resolved_while_red', channel: null, words: `It is said to be resolved, and ${names}.` });
  }
  if (phaseOf[status] !== phase)
    found.push({
      code: 'phase_disagrees',
      channel: null,
      words: `The update says ${phase}, and the record says ${status}.`,
    });
  const isTotal = lookup.situation.functions.every((one) => one.status === 'down');
  if (isTotal) return found;
  const claiming = texts.filter(({ subject, body }) => outageWords.test(`${headline}\n${subject ?? ''}\n${body}`));
  return [...found, ...claiming.map(({ channel }) => outage(channel))];
}

function outage(channel: string): Contradiction {
  const words = 'It is called an outage, and part of the platform works. Say what users cannot do.';
  return { code: 'total_outage_claimed', channel, words };
}
