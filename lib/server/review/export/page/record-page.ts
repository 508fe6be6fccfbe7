import 'server-only';
import { createHash } from 'node:crypto';
import type { RecordedEvent } from '@/lib/domain/contents';
import { html, type Markup } from '../../../kernel/html';
import { type ExportManifest, entryNames } from '../export-format';
import { checklistsSection } from './checklists-section';
import { evidenceSection } from './evidence-section';
import { saidTime } from './said';
import { style } from './style';
import { timelineSection } from './timeline-section';

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** `index.html` of an export: the record for people, from disk, without a server and without scripts. */
export function recordPage(manifest: ExportManifest, events: readonly RecordedEvent[]): string {
  const { state, evidence } = manifest;
  const { number, title } = state.incident;
  // The style is ours and its hash is in the policy: put in as it is, not escaped.
  const [before, after] = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<title>${number} ${title}</title><style>STYLE</style></head>
<body>${top(manifest)}<main>${facts(manifest)}${proof(manifest)}
${checklistsSection(state, events.at(-1)?.recordedAt ?? state.incident.declaredAt)}${evidenceSection({ events, state: state.evidence, evidence })}${timelineSection(events)}
</main></body></html>
`.text.split('<style>STYLE</style>', 2);
  return `${before}<style>${style}</style>${after}`;
}

function top({ state: { incident } }: ExportManifest): Markup {
  const { number, title, severity, status } = incident;
  return html`<header><h1>${number} ${title}</h1><p><strong>${severity}</strong>, ${status}</p>
<nav aria-label="Parts of the record"><a href="#facts">Facts</a><a href="#proof">Proof</a><a href="#checklists">Checklists</a><a href="#evidence">Evidence</a><a href="#timeline">Timeline</a><a href="${entryNames.postmortem}">Postmortem</a></nav></header>
`;
}

function facts({ state: { incident, triage } }: ExportManifest): Markup {
  const { commander, declaredBy, declaredAt, services, cause, mitigation, related, mergedInto } = incident;
  const { declared: _, ...milestones } = incident.milestones;
  const rows: [string, Markup | string | null | undefined][] = [
    ['Commander', commander?.name ?? 'nobody'],
    ['Declared', html`${saidTime(declaredAt)} by ${declaredBy.name}`],
    ...Object.entries(milestones).map(([name, at]): [string, Markup | null] => [
      inWords(name),
      at ? saidTime(at) : null,
    ]),
    ['Services', services.join(', ') || null],
    ['Failure class', triage.failureClass?.symptom],
    ['Cause', cause],
    ['What ended it', mitigation],
    ['Related', related.join(', ') || null],
    ['Merged into', mergedInto],
    ['Seen by', incident.visibleTo?.map(({ name }) => name).join(', ')],
  ];
  const told = rows.flatMap(([name, value]) => (value ? [html`<dt>${name}</dt><dd>${value}</dd>`] : []));
  return html`<section><h2 id="facts">Facts</h2><dl>${told}</dl></section>`;
}

/** `impactStarted` as `Impact started`. */
function inWords(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function proof({ head, catalogVersion, formatVersion }: ExportManifest): Markup {
  return html`<section><h2 id="proof">Proof</h2>
<p>This record is tamper-evident: its events are chained with a key that the console keeps, and the sums of all files here are
sealed with it. Whoever changes something without the key is found out. Whoever has the key could write another record.</p>
<dl><dt>Head of the chain</dt><dd><code>${head.hash}</code></dd><dt>Events</dt><dd>${head.seq}, the last recorded ${saidTime(head.recordedAt)}</dd>
<dt>Catalogue</dt><dd><code>${catalogVersion}</code></dd><dt>Format</dt><dd>${formatVersion}</dd></dl>
<p>To check the sums alone: <code>sha256sum --check ${entryNames.sums}</code>. To check everything, with the console’s sources:
<code>npm run verify-export -- FILE</code>.</p></section>
`;
}
