import type { DriftFinding, DriftKind } from '@/lib/domain/degradation/drift';
import { Panel } from '../ui/panel';

const kinds: Record<DriftKind, string> = {
  unmapped_key: 'Reported, but no row knows it',
  silent_row: 'A row that no target reports',
  rule_without_runbook: 'Alert rules without a runbook',
  rule_with_unknown_runbook: 'Alert rules that name a runbook we do not have',
  comment_missing: 'No FAIL-SOFT or FAIL-LOUD comment in the source',
  comment_contradicts: 'The source says the opposite',
  orphan_runbook: 'Runbooks that nothing leads to',
  dead_bookmark: 'Bookmarks that do not answer',
};

function Finding({ finding: { subject, detail, where } }: { finding: DriftFinding }) {
  return (
    <li className="grid gap-x-4 gap-y-0.5 border-line border-t px-3.5 py-2 first:border-0 sm:grid-cols-[15rem_1fr]">
      <span className="mono break-words font-semibold">{subject}</span>
      <span>
        {detail}
        {where && <span className="mono block break-all text-dim">{where}</span>}
      </span>
    </li>
  );
}

/** What does not agree, one panel for each kind. */
export function DriftGroups({ findings }: { findings: DriftFinding[] }) {
  const groups = Object.entries(kinds).map(([kind, title]) => ({
    kind,
    title,
    own: findings.filter((finding) => finding.kind === kind),
  }));
  return groups
    .filter(({ own }) => own.length > 0)
    .map(({ kind, title, own }) => (
      <Panel key={kind} title={title} aside={own.length}>
        <ul>
          {own.map((finding) => (
            <Finding key={`${finding.subject}/${finding.where ?? ''}/${finding.detail}`} finding={finding} />
          ))}
        </ul>
      </Panel>
    ));
}
