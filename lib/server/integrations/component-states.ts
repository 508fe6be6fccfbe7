import 'server-only';
import type { ComponentStatus } from '@/lib/domain/health/health';

/** How a status page is told of one component; `major` only when nothing of the platform works. */
export type ComponentState = 'operational' | 'degraded' | 'partial' | 'major';

const order: readonly ComponentState[] = ['operational', 'degraded', 'partial', 'major'];

/**
 * The state of each mapped component, by its id at the receiver. What is off on purpose, not known, or not mapped is not
 * spoken of. Of two functions that share a component, the worse one counts.
 */
export function componentStates<Id>(
  functions: Readonly<Record<string, ComponentStatus>>,
  mapping: Readonly<Record<string, Id>>,
): Map<Id, ComponentState> {
  const known = Object.values(functions).filter((status) => status !== 'disabled');
  const isAllDown = known.length > 0 && known.every((status) => status === 'down');
  const states = new Map<Id, ComponentState>();
  for (const [functionId, id] of Object.entries(mapping)) {
    const state = toState(functions[functionId], isAllDown);
    const before = states.get(id);
    if (state && (!before || order.indexOf(state) > order.indexOf(before))) states.set(id, state);
  }
  return states;
}

function toState(status: ComponentStatus | undefined, isAllDown: boolean): ComponentState | null {
  if (status === 'ok') return 'operational';
  if (status === 'degraded') return 'degraded';
  if (status === 'down') return isAllDown ? 'major' : 'partial';
  return null;
}
