import 'server-only';
import type { RecordedEvent } from '@/lib/domain/contents';
import { describeEvent } from '@/lib/domain/describe-event';
import { saidSize, shown } from '@/lib/domain/evidence/describe-evidence';
import type { EvidenceState } from '@/lib/domain/evidence/evidence';
import { html, type Markup } from '../../../kernel/html';
import type { ExportedEvidence } from '../export-format';
import { saidActor, saidTime } from './said';

interface Given {
  events: readonly RecordedEvent[];
  state: EvidenceState;
  evidence: readonly ExportedEvidence[];
}

/** The files, each with who had it in hand; what the commander went on without; earlier exports. */
export function evidenceSection({ events, state, evidence }: Given): Markup {
  const custody = byFile(events);
  const files = evidence.map((file) => oneFile(file, custody.get(file.evidenceId) ?? []));
  const none = files.length === 0 ? html`<p>Nothing was saved.</p>` : null;
  const exports = events.filter(({ type }) => type === 'evidence.exported');
  const earlier = exports.length > 0 ? html`<h3>Exports before this one</h3><ol>${exports.map(held)}</ol>` : null;
  return html`<section><h2 id="evidence">Evidence</h2>${files}${none}${waivers(state)}${earlier}</section>`;
}

function byFile(events: readonly RecordedEvent[]): Map<string, RecordedEvent[]> {
  const files = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    if (!event.type.startsWith('evidence.') || !('evidenceId' in event.data)) continue;
    const { evidenceId } = event.data;
    files.set(evidenceId, [...(files.get(evidenceId) ?? []), event]);
  }
  return files;
}

function oneFile(file: ExportedEvidence, custody: readonly RecordedEvent[]): Markup {
  return html`<article class="file"><h3>${shown(file.name)}</h3>
<p>${whereItIs(file)}</p>
<dl><dt>Size</dt><dd>${saidExactly(file.sizeBytes)}, ${file.mediaType}</dd>
<dt>SHA-256 of the original</dt><dd><code>${file.sha256}</code></dd></dl>
<h4>Custody</h4><ol>${custody.map(held)}</ol></article>
`;
}

function saidExactly(bytes: number): string {
  return bytes < 1_000 ? saidSize(bytes) : `${saidSize(bytes)} (${bytes} bytes)`;
}

function whereItIs({ form, path, reason }: ExportedEvidence): Markup {
  if (path === null) return html`Not in this export: ${reason ?? 'left out'}.`;
  const address = path.split('/').map(encodeURIComponent).join('/');
  const what = form === 'original' ? 'the original' : 'a copy in which likely secrets are masked';
  return html`<a href="${address}">${path}</a>, ${what}.`;
}

function held(event: RecordedEvent): Markup {
  const { lead, rest, detail } = describeEvent(event);
  const typed = detail ? html`<p class="typed">${detail}</p>` : null;
  return html`<li class="entry">${saidTime(event.occurredAt)}<div>${saidActor(event.actor)}: ${lead}${rest}${typed}</div></li>
`;
}

function waivers({ waived }: EvidenceState): Markup | null {
  const all = Object.values(waived);
  if (all.length === 0) return null;
  const entries = all.map(
    ({ title, by, at, reason }) =>
      html`<li class="entry">${saidTime(at)}<div><strong class="loud">${title}</strong>, decided by ${saidActor(by)}<p class="typed">${reason}</p></div></li>
`,
  );
  return html`<h3>Gone on without</h3><ol>${entries}</ol>`;
}
