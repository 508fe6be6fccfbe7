import type { Severity } from '@/lib/domain/catalogue/catalogue';
import type { SeverityProposal } from '@/lib/domain/degradation/matrix';

interface SeverityFieldProps {
  severities: Severity[];
  /** The one the matrix proposes, marked with its rule and why. */
  proposal: SeverityProposal | null;
  value: string;
  onChange: (id: string) => void;
}

/** All severities with what they mean, so that nobody chooses from memory. */
export function SeverityField({ severities, proposal, value, onChange }: SeverityFieldProps) {
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 font-semibold text-dim text-sm">Severity</legend>
      {severities.map(({ id, definition }) => (
        <label
          key={id}
          className="grid cursor-pointer grid-cols-[auto_4rem_1fr] items-baseline gap-x-2 rounded-md border border-line px-3 py-2 hover:border-edge has-checked:border-accent has-checked:bg-accent-bg"
        >
          <input
            type="radio"
            name="severity"
            value={id}
            checked={id === value}
            onChange={() => onChange(id)}
            className="size-3.5 translate-y-0.5 accent-accent"
          />
          <span className="font-semibold">{id}</span>
          <span className="text-dim text-sm">
            {definition}
            {id === proposal?.severity && (
              <strong className="font-semibold text-text">{` Proposed by rule ${proposal.rule}: ${proposal.because}.`}</strong>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
