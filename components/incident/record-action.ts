import type { RecordCommandType } from '@/lib/domain/contents';
import type { Look } from '../ui/button-look';

/** One thing to type or to choose before a command is sent. */
export interface AskField {
  name: string;
  label: string;
  kind: 'passage' | 'moment' | 'person' | 'people' | 'incident' | 'choice';
  isOptional?: boolean;
  minLength?: number;
  maxLength?: number;
  /** Filled in at first; a moment is ISO UTC. */
  initial?: string;
  /** What can be chosen, for `choice`. */
  choices?: { id: string; label: string }[];
  /** Beginnings that are often meant, for `passage`: one click puts one in. */
  suggestions?: readonly string[];
  /** The least role that a chosen person needs. */
  mayCommand?: boolean;
  /** Who chooses: offered first. */
  meId?: string;
}

/** Something a person can do to a record: in a menu, in the palette, or by its keys. */
export interface RecordAction {
  /** Stable, for keys and tests: `resolve`, `offer-command`. */
  id: string;
  label: string;
  hint?: string;
  /** As `useShortcuts` takes them: `m r`. */
  keys?: string;
  group: 'command' | 'evidence' | 'comms' | 'state' | 'severity' | 'people' | 'record';
  command: RecordCommandType;
  /** What has to be said first; null sends at once. */
  ask: {
    title: string;
    description?: string;
    /** What speaks against it right now, a line each. */
    warnings?: string[];
    fields: AskField[];
    submit: string;
    look: Look;
  } | null;
  /** The command's input from what was typed. */
  toInput(values: Record<string, string>): object;
}
