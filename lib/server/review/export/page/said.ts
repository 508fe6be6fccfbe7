import 'server-only';
import type { ActorRef } from '@/lib/domain/kernel/event';
import { html, type Markup } from '../../../kernel/html';

/** A time as `2026-11-22 03:10:05 UTC`. */
export function saidTime(iso: string): Markup {
  return html`<time datetime="${iso}">${iso.slice(0, 19).replace('T', ' ')} UTC</time>`;
}

/** Who, or that it was the console itself. */
export function saidActor({ kind, name }: ActorRef): string {
  return kind === 'system' ? 'the console' : name;
}
