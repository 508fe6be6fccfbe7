import type { ActorRef } from '../kernel/event';

/** What is still owed after the incident. Times are ISO UTC. */
export interface ReviewState {
  postmortem: {
    dueAt: string;
    /** Where the file goes: `docs/postmortems/<date>-<slug>.md`. */
    path: string;
    /** The event that holds the newest text; null while nobody has edited the draft. */
    savedSeq: number | null;
    savedBy: ActorRef | null;
    finishedAt: string | null;
  } | null;
}
