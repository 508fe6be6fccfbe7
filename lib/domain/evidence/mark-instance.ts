import type { EvidenceRecipe } from '../catalogue/evidence-guide';
import type { Captured } from './events';

/** What health says of one instance. */
interface InstanceStatus {
  targetId: string;
  targetName: string;
  status: string;
}

/**
 * Rule E14: of which instance a capture is, with a doubt when that one answers while another is out. Empty when the
 * recipe knows no such instance; what nobody knows counts as out.
 */
export function markInstance(
  { perInstance = [] }: Pick<EvidenceRecipe, 'perInstance'>,
  asked: string | null,
  readings: readonly InstanceStatus[],
): Pick<Captured, 'instance' | 'doubt'> {
  const id = perInstance.find(({ target }) => target === asked)?.target;
  if (id === undefined) return {};
  const own = readings.find(({ targetId }) => targetId === id);
  const out = readings.filter(({ status }) => status !== 'ok').map(({ targetName }) => targetName);
  const instance = { id, name: own?.targetName ?? id };
  if (own?.status !== 'ok' || out.length === 0) return { instance };
  return { instance, doubt: { reason: 'other_instance', instead: out.join(' or ') } };
}
