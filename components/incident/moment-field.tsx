import { TextField } from '../ui/text-field';

interface MomentFieldProps {
  label: string;
  /** ISO UTC, or nothing. */
  value: string;
  onChange: (value: string) => void;
}

/** A time in UTC, where no hour of the night is missing or comes twice. */
export function MomentField({ label, value, onChange }: MomentFieldProps) {
  return (
    <TextField
      label={`${label} (UTC)`}
      type="datetime-local"
      step={1}
      value={value.slice(0, 19)}
      onChange={(event) => onChange(event.target.value ? new Date(`${event.target.value}Z`).toISOString() : '')}
    />
  );
}
