'use client';

import type { IncidentState } from '@/lib/domain/incident/incident';
import { Badge } from '../ui/badge';
import { rankLook } from '../ui/rank-look';
import { ActionMenu } from './action-menu';
import { useActions } from './actions-provider';

/** The severity, and for those who may, the menu that raises or lowers it and asks the ladder's questions. */
export function SeverityControl({ incident: { severity, ladder } }: { incident: IncidentState }) {
  const { actions } = useActions();
  const mayChange = actions.some(({ group }) => group === 'severity');
  return (
    <ActionMenu label={`${severity}: change severity`} groups={['severity']} align="start">
      <Badge look={rankLook(ladder, severity)}>
        {severity} {mayChange && <span aria-hidden="true">▾</span>}
      </Badge>
    </ActionMenu>
  );
}
