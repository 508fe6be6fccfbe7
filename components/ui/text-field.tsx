import { type InputHTMLAttributes, type Ref, useId } from 'react';

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  error?: string | null;
  ref?: Ref<HTMLInputElement>;
}

/** One line of text with its label; the error is read with the field. */
export function TextField({ label, error, className = '', ...rest }: TextFieldProps) {
  const id = useId();
  return (
    <div className={`grid gap-1.5 ${className}`}>
      <label htmlFor={id} className="font-semibold text-dim text-sm">
        {label}
      </label>
      <input
        id={id}
        aria-invalid={Boolean(error)}
        aria-describedby={error ? `${id}-error` : undefined}
        className="min-h-10 rounded-md border border-edge bg-bg px-3 py-2 placeholder:text-faint"
        {...rest}
      />
      {error && (
        <p id={`${id}-error`} className="text-down text-sm">
          {error}
        </p>
      )}
    </div>
  );
}
