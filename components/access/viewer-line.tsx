import type { AccessRole } from '@/lib/domain/access/role';

/** One quiet line for people who follow, in place of buttons that would refuse them. */
export function ViewerLine({ role }: { role: AccessRole }) {
  if (role !== 'viewer') return null;
  return (
    <p className="text-dim text-sm">
      You follow as a stakeholder: you see what is public; notes and evidence stay with the responders.
    </p>
  );
}
