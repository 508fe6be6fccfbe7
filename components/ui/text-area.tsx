import { type Ref, type TextareaHTMLAttributes, useId } from 'react';

interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  label: string;
  /** Keeps the label for screen readers only. */
  hidesLabel?: boolean;
  ref?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text with their label. Grows to about ten lines, then scrolls. */
export function TextArea({ label, hidesLabel = false, className = '', ...rest }: TextAreaProps) {
  const id = useId();
  return (
    <div className={`grid gap-1.5 ${className}`}>
      <label htmlFor={id} className={hidesLabel ? 'sr-only' : 'font-semibold text-dim text-sm'}>
        {label}
      </label>
      <textarea
        id={id}
        className="grows max-h-52 min-h-10 resize-none rounded-md border border-edge bg-bg px-3 py-2 placeholder:text-faint"
        {...rest}
      />
    </div>
  );
}
