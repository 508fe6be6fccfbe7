import type { AccessRole } from '@/lib/domain/access/role';

/** One quiet line for people who follow, in place of buttons that would refuse them. */
export function ViewerLine({ role }: { role: AccessRole }) {
  if (role !== 'viewer') return null;
  return <p className="text-dim text-sm">You follow as a stakeholder; you can read everything here.</p>;
}
