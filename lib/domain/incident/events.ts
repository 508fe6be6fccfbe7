import type { Checklist } from '../catalogue/catalogue';
import type { ActorRef, Fact } from '../kernel/event';

export type IncidentEvent =
  | Fact<
      'incident.declared',
      {
        number: string;
        title: string;
        severity: string;
        ladder: string[];
        services: string[];
        catalogVersion: string;
        checklists: Checklist[];
      }
    >
  | Fact<'incident.severity_raised', { from: string; to: string; reason: string }>
  | Fact<'incident.severity_lowered', { from: string; to: string; reason: string }>
  | Fact<'incident.command_taken', { commander: ActorRef; from: ActorRef | null }>;
