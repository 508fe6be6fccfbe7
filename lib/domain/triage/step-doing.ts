import type { ChecklistItem } from '../catalogue/catalogue';
import { readAct, readBond, type StepCommand } from '../catalogue/step-act';
import { type GateFacts, missingEvidence } from './gate';

/** What doing a step comes to. */
export type StepDoing =
  | { kind: 'tick'; links: { label: string; url: string }[] }
  | { kind: 'answer'; answers: string[] }
  /** To choose the failure class, or that none fits. */
  | { kind: 'classify' }
  /** To save what it says was saved, or what locks it. */
  | { kind: 'capture'; recipes: string[] }
  /** Null: whichever runbook fits. */
  | { kind: 'open'; checklist: string | null }
  | { kind: 'command'; command: StepCommand; of: string | null };

/** Rules E2, N23 and T14: what locks it comes first; a step that is a command is done by it, not by a tick. */
export function stepDoing(item: ChecklistItem, evidence: GateFacts): StepDoing {
  const missing = missingEvidence(item, evidence);
  if (missing.length > 0) return { kind: 'capture', recipes: missing };
  if (item.isClassifying) return { kind: 'classify' };
  if (item.question) return { kind: 'answer', answers: item.question.answers };
  const act = item.does === undefined ? null : readAct(item.does);
  if (act?.command === 'triage.open_checklist') return { kind: 'open', checklist: act.of };
  if (act) return { kind: 'command', command: act.command, of: act.of };
  const bond = item.doneBy === undefined ? null : readBond(item.doneBy);
  if (bond?.by === 'evidence') return { kind: 'capture', recipes: [bond.recipe] };
  if (bond) return { kind: 'open', checklist: bond.checklist };
  return { kind: 'tick', links: item.links ?? [] };
}
