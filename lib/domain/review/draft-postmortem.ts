import { actionItemsSection } from './draft/action-items-section';
import type { Brevity, DraftSource } from './draft/draft-source';
import { factsSection } from './draft/facts-section';
import { inline } from './draft/markdown-text';
import { rootCauseSection } from './draft/root-cause-section';
import { runbookUpdatesSection } from './draft/runbook-updates-section';
import { timelineSection } from './draft/timeline-section';
import { userImpactSection } from './draft/user-impact-section';
import { whatDidNotSection } from './draft/what-did-not-section';
import { whatWorkedSection } from './draft/what-worked-section';

/** As many characters as a saved text may have (inputs.ts), with room to write. */
const longestDraft = 90_000;

// The first one under which the draft can still be saved is taken.
const brevities: readonly Brevity[] = [
  { mostTyped: Number.POSITIVE_INFINITY, mostEntries: Number.POSITIVE_INFINITY },
  { mostTyped: 2_000, mostEntries: 500 },
  { mostTyped: 400, mostEntries: 150 },
  { mostTyped: 120, mostEntries: 60 },
];

/** Rule R5: the postmortem as far as the record can write it. Markdown with the sections that the team files. */
export function draftPostmortem(source: DraftSource): string {
  for (const brevity of brevities) {
    const text = write(source, brevity);
    if (text.length <= longestDraft) return text;
  }
  // A table with thousands of changes: cut between lines, so that no quotation is left open.
  const text = write(source, { mostTyped: 120, mostEntries: 20 }).slice(0, longestDraft).toWellFormed();
  return `${text.slice(0, text.lastIndexOf('\n'))}\n\nThe rest is only in the record.\n`;
}

function write(source: DraftSource, brevity: Brevity): string {
  const { number, title } = source.state.incident;
  const platform = source.catalogue ? ` on ${inline(source.catalogue.platform)}` : '';
  return `${[
    `# Postmortem: ${inline(title)}`,
    `Written from the record of ${number}${platform}. All times are UTC.`,
    factsSection(source),
    ...section('What users felt', userImpactSection(source, brevity)),
    ...section('Timeline', timelineSection(source, brevity)),
    ...section('Root cause', rootCauseSection(source, brevity)),
    ...section('What worked', whatWorkedSection(source, brevity)),
    ...section("What didn't", whatDidNotSection(source, brevity)),
    ...section('Action items', actionItemsSection(source, brevity)),
    ...section('Runbook updates needed', runbookUpdatesSection(source, brevity)),
  ].join('\n\n')}\n`;
}

const section = (title: string, body: string) => [`## ${title}`, body];
