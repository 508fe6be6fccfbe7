import { type Tone, toneText } from './tone';

function Shape({ tone }: { tone: Tone }) {
  if (tone === 'ok') return <circle cx="6" cy="6" r="5" />;
  if (tone === 'degraded') return <path d="M6 0l6 6-6 6-6-6z" />;
  if (tone === 'down') return <rect x="0.5" y="0.5" width="11" height="11" rx="1.5" />;
  return <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.8" strokeDasharray="2.4 2" />;
}

/** The shape of a tone: circle, diamond, square, dashed ring. Silent for screen readers: say the word beside it. */
export function Mark({ tone, className = 'size-3' }: { tone: Tone; className?: string }) {
  return (
    <svg
      viewBox="0 0 12 12"
      fill="currentColor"
      aria-hidden="true"
      className={`${className} flex-none ${toneText[tone]}`}
    >
      <Shape tone={tone} />
    </svg>
  );
}
