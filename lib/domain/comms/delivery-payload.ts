import type { CommsPhase, Language } from '../catalogue/comms-guide';
import type { ComponentStatus } from '../health/health';

/** What a delivery's row holds and an adapter sends. Texts are plain; each adapter escapes them for its receiver. */
export interface DeliveryPayload {
  number: string;
  updateId: string;
  phase: CommsPhase;
  language: Language;
  severity: string;
  headline: string;
  subject: string | null;
  body: string;
  components: Record<string, ComponentStatus>;
  /** When the platform was looked at for that, and by how many probes; absent in what older releases queued. */
  checked?: { at: string; probes: number } | null;
  /** ISO UTC. */
  nextUpdateAt: string | null;
  /** When it was accepted, ISO UTC. */
  at: string;
}
