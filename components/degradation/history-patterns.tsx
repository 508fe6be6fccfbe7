import type { HistoryStatus } from './history-steps';

/** The id that a pattern goes by in one drawing. */
export function patternId(drawing: string, status: HistoryStatus): string {
  return `${drawing}-${status}`;
}

/** A colour and a texture for each status, so that colour never speaks alone: solid, stripes, crosses, dots. */
export function HistoryPatterns({ drawing }: { drawing: string }) {
  const square = { width: 6, height: 6, patternUnits: 'userSpaceOnUse' } as const;
  return (
    <defs>
      <pattern id={patternId(drawing, 'ok')} {...square}>
        <rect width="6" height="6" fill="var(--ok)" fillOpacity="0.75" />
      </pattern>
      <pattern id={patternId(drawing, 'degraded')} {...square}>
        <rect width="6" height="6" fill="var(--degraded)" fillOpacity="0.35" />
        <path d="M-1 1l2-2M0 6l6-6M5 7l2-2" stroke="var(--degraded)" strokeWidth="2" />
      </pattern>
      <pattern id={patternId(drawing, 'down')} {...square}>
        <rect width="6" height="6" fill="var(--down)" />
        <path d="M0 0l6 6M6 0l-6 6" stroke="var(--panel)" strokeWidth="0.9" />
      </pattern>
      <pattern id={patternId(drawing, 'unknown')} {...square}>
        <rect width="6" height="6" fill="var(--unknown)" fillOpacity="0.15" />
        <circle cx="3" cy="3" r="1.3" fill="var(--unknown)" />
      </pattern>
    </defs>
  );
}
