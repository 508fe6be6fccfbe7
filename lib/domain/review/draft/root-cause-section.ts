import { saidSize, shown } from '../../evidence/describe-evidence';
import { sayDoubt } from '../../evidence/doubt';
import { saidMinute } from '../../kernel/event-words';
import type { Brevity, DraftSource } from './draft-source';
import { clockOf, list } from './list-section';
import { bullet, inline, quote } from './markdown-text';
import { type KnownNote, readNotes } from './read-notes';

/** Where to look again: each file by name, with the hash that proves it (rule E4). */
function evidenceOf({ evidence }: DraftSource['state'], brevity: Brevity): string[] {
  if (evidence.items.length === 0) return [];
  const entries = evidence.items.map(({ name, sizeBytes, sha256, at, by, isLate, doubt, accepted }) => {
    const late = isLate ? ', after it was over' : '';
    const taken = accepted ? `taken all the same by ${inline(accepted.by.name)}` : 'not taken as evidence';
    const mark = doubt ? ` It ${inline(sayDoubt(doubt))}; ${taken}.` : '';
    const saved = `saved ${saidMinute(at)} by ${inline(by.name)}${late}`;
    return `- ${inline(shown(name))} (${saidSize(sizeBytes)}), ${saved}, SHA-256 \`${sha256}\`${mark && `.${mark}`}`;
  });
  return ['### Evidence', list(entries, brevity, '')];
}

/** What was said to be the cause, what kind of failure it is, what was found out and what was only thought. */
export function rootCauseSection({ state, events }: DraftSource, brevity: Brevity): string {
  const { cause } = state.incident;
  const { failureClass } = state.triage;
  const parts = [
    cause ? quote(cause, brevity.mostTyped) : 'Not written yet: the incident has no cause.',
    failureClass
      ? `Failure class: ${inline(failureClass.symptom)}, usually ${inline(failureClass.cause)}.`
      : 'Failure class: not known.',
    ...under('Findings', readNotes(events, 'finding'), brevity),
    ...under('Hypotheses on the way', readNotes(events, 'hypothesis'), brevity),
    ...evidenceOf(state, brevity),
  ];
  return parts.join('\n\n');
}

function under(title: string, notes: readonly KnownNote[], brevity: Brevity): string[] {
  if (notes.length === 0) return [];
  const entries = notes.map(({ at, by, text }) => bullet(`${clockOf(at)} ${inline(by)}`, text, brevity.mostTyped));
  return [`### ${title}`, list(entries, brevity, '')];
}
