'use client';

import { useState } from 'react';
import { useDraft } from '@/lib/client/outbox/use-draft';
import { type ProposedDeclaration, troubleStart } from '@/lib/domain/degradation/propose-declaration';
import type { DeclareChoices, DeclareStart } from './declare-choices';
import type { DeclaredMore } from './declare-more';

interface Changes extends Partial<DeclaredMore> {
  severity?: string;
  services?: string[];
}

/** The title as typed (kept in this browser), else as the matrix has it. */
function useTitle(serviceId: string | undefined, proposed: string) {
  const [draft, setDraft, clear] = useDraft(`declare/${serviceId ?? ''}`);
  const [isTouched, setIsTouched] = useState(false);
  const setTitle = (text: string) => {
    setIsTouched(true);
    setDraft(text);
  };
  return { title: isTouched || draft !== '' ? draft : proposed, setTitle, clear };
}

function severityOf({ severities, defaultSeverity }: DeclareChoices, proposed: string | undefined, least?: string) {
  const wanted = [proposed, least].filter((id) => id !== undefined);
  return severities.find(({ id }) => wanted.includes(id))?.id ?? defaultSeverity;
}

/** How each row stood, in words; what differs between two of these has changed. */
function statesOf({ rows }: ProposedDeclaration): Map<string, string> {
  return new Map(rows.map(({ name, status, heldBy }) => [name, heldBy ? `in ${heldBy}` : status]));
}

/** "MinIO is ok", for each row that is not what it was. */
function changesSince(before: ProposedDeclaration, after: ProposedDeclaration): string[] {
  const [was, is] = [statesOf(before), statesOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((name) => was.get(name) !== is.get(name))
    .map((name) => `${name} is ${is.get(name) ?? 'well'}`);
}

/**
 * The form as the matrix was when it was opened, with what the person changed. What the matrix does meanwhile moves
 * nothing under the hand: it is said, and taken over when asked.
 */
export function useDeclareForm(choices: DeclareChoices, start: DeclareStart, live: ProposedDeclaration) {
  const [base, setBase] = useState(live);
  const [changes, setChanges] = useState<Changes>({});
  const { title, setTitle, clear } = useTitle(start.serviceId, base.title || (start.title ?? ''));
  const services = changes.services ?? base.services;
  const startedAt = troubleStart(base.rows, services) ?? '';
  const more: DeclaredMore = {
    isPrivate: changes.isPrivate ?? false,
    people: changes.people ?? '',
    impactStartedAt: changes.impactStartedAt ?? startedAt,
    // A row is what it is since the poll that saw it.
    detectedAt: changes.detectedAt ?? startedAt,
  };
  return {
    ...{ base, title, setTitle, clear, services, more },
    severity: changes.severity ?? severityOf(choices, base.proposal?.severity, start.severity),
    change: (part: Changes) => setChanges({ ...changes, ...part }),
    news: changesSince(base, live),
    takeOver: () => setBase(live),
  };
}
