/**
 * One line of the timeline in plain words, said about its actor. `lead` is emphasised and `rest` follows it; `detail` is
 * what people typed: Markdown, shown as text until it is rendered safely.
 */
export interface EventWords {
  lead: string;
  rest: string;
  detail?: string;
  tone: 'plain' | 'loud' | 'decision' | 'good';
}

/** Plain words, with what was typed beside them when there is any. */
export function say(
  lead: string,
  rest = '',
  more: { detail?: string | undefined; tone?: EventWords['tone'] } = {},
): EventWords {
  const { detail, tone = 'plain' } = more;
  return { lead, rest, tone, ...(detail !== undefined && { detail }) };
}

/** `2026-11-22 03:10 UTC` */
export function saidMinute(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}

/** `03:10:09 UTC`; with its date where `near` lies on another day. */
export function saidSecond(iso: string, near: string): string {
  const day = iso.slice(0, 10) === near.slice(0, 10) ? '' : `${iso.slice(0, 10)} `;
  return `${day}${iso.slice(11, 19)} UTC`;
}

/** `03:10 UTC`; for a moment that is near and could be no other day's. */
export function saidClock(iso: string): string {
  return `${iso.slice(11, 16)} UTC`;
}
