import 'client-only';
import type { Faro } from '@grafana/faro-web-sdk';

let faro: Faro | null = null;

export function setFaro(started: Faro): void {
  faro = started;
}

/** How long this page heard nothing, in milliseconds. */
export function reportStreamGap(gapMs: number): void {
  faro?.api.pushMeasurement({ type: 'stream_gap', values: { gap_ms: gapMs } });
}

/** Time from the person's action to the paint that shows it, in milliseconds. */
export function reportTickToPaint(paintMs: number): void {
  faro?.api.pushMeasurement({ type: 'tick_to_paint', values: { paint_ms: paintMs } });
}
