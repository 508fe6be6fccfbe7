import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { consoleRef } from '@/lib/domain/kernel/event';

/** The console itself, as the timeline knows it. */
export const consoleItself: Actor = { ...consoleRef, role: 'lead' };
