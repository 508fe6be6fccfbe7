import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';

/** The console itself, as the timeline knows it. */
export const consoleItself: Actor = { kind: 'system', id: 'console', name: 'Console', role: 'lead' };
