/** How loud something is. Each has a shape, a word and a colour, so that colour never speaks alone. */
export type Tone = 'ok' | 'degraded' | 'down' | 'disabled' | 'unknown';

export const toneText: Record<Tone, string> = {
  ok: 'text-ok',
  degraded: 'text-degraded',
  down: 'text-down',
  disabled: 'text-unknown',
  unknown: 'text-unknown',
};

export const toneWord: Record<Tone, string> = {
  ok: 'Ok',
  degraded: 'Degraded',
  down: 'Down',
  disabled: 'Disabled',
  unknown: 'Unknown',
};
