'use client';

import { useState } from 'react';
import type { Actor } from '@/lib/domain/access/actor';
import type { Severity } from '@/lib/domain/catalogue/catalogue';
import type { IncidentState } from '@/lib/domain/incident/incident';
import { Badge } from '../ui/badge';
import { Menu } from '../ui/menu';
import { rankLook } from '../ui/rank-look';
import { useLatePart } from '../ui/use-late-part';
import { type SeverityChange, severityChanges } from './severity-changes';

interface SeverityControlProps {
  incident: IncidentState;
  actor: Actor;
  severities: Severity[];
  onChange: (change: SeverityChange, reason: string) => void;
}

const loadDialog = () => import('./severity-dialog').then((module) => module.SeverityDialog);

/** The severity, and for those who may, the menu that raises or lowers it. */
export function SeverityControl({ incident, actor, severities, onChange }: SeverityControlProps) {
  const [change, setChange] = useState<SeverityChange | null>(null);
  const { part: Dialog } = useLatePart(loadDialog, change !== null);
  const { offered, needs } = severityChanges(incident, actor.role, severities);
  const badge = <Badge look={rankLook(incident.ladder, incident.severity)}>{incident.severity}</Badge>;
  if (offered.length === 0) return badge;
  return (
    <>
      <Menu
        label={`${incident.severity}: change severity`}
        className="rounded-md pointer-coarse:py-2.5"
        align="start"
        items={offered.map((offer) => ({
          id: offer.to,
          label: `${offer.verb} to ${offer.to}…`,
          ...(offer.definition && { hint: offer.definition }),
          onSelect: () => setChange(offer),
        }))}
        foot={needs}
      >
        <Badge look={rankLook(incident.ladder, incident.severity)}>
          {incident.severity} <span aria-hidden="true">▾</span>
        </Badge>
      </Menu>
      {change && Dialog && (
        <Dialog number={incident.number} change={change} onSend={onChange} onClose={() => setChange(null)} />
      )}
    </>
  );
}
