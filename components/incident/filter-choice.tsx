import { useId } from 'react';

interface FilterChoiceProps {
  label: string;
  name: string;
  choices: readonly { id: string; label: string }[];
  asked: Record<string, string>;
}

/** One thing to narrow a list by; what the address asks for stays choosable though nothing here has it any more. */
export function FilterChoice({ label, name, choices, asked }: FilterChoiceProps) {
  const id = useId();
  const wanted = asked[name] ?? '';
  const isKnown = wanted === '' || choices.some((choice) => choice.id === wanted);
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold text-dim text-sm">
        {label}
      </label>
      <select
        id={id}
        name={name}
        defaultValue={wanted}
        className="min-h-10 w-full min-w-0 rounded-md border border-edge bg-bg px-3 py-2"
      >
        <option value="">Any</option>
        {!isKnown && <option value={wanted}>{wanted}</option>}
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
