import type { ChannelAudience, ChannelWay } from '../catalogue/comms-guide';
import type { ComponentStatus } from '../health/health';

/** One channel's text as the console would write it now, before a person edits it. */
export interface PreparedText {
  channel: string;
  name: string;
  audience: ChannelAudience;
  way: ChannelWay;
  subject: string | null;
  body: string;
  mostCharacters: number;
  /** Why its template could not be used; the text then is the plain facts. */
  usedFallback?: string;
}

/** An update before a person edits it. */
export interface PreparedUpdate {
  headline: string;
  components: Record<string, ComponentStatus>;
  /** ISO UTC; null with the last one. */
  nextUpdateAt: string | null;
  texts: PreparedText[];
}
