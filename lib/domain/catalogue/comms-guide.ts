/** The public words for where an incident is; each phase has texts of its own. */
export const commsPhases = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
export type CommsPhase = (typeof commsPhases)[number];

export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** How a channel's text leaves: `copy` is carried by hand, `follow` is the page that stakeholders follow. */
export const channelWays = ['follow', 'status', 'slack', 'mail', 'webhook', 'copy'] as const;
export type ChannelWay = (typeof channelWays)[number];

/** Who reads it: anybody, everybody who signs in, or those whom the sender hands it to. */
export const channelAudiences = ['public', 'team', 'leads'] as const;
export type ChannelAudience = (typeof channelAudiences)[number];

/** One place of the severity ladder where an update is told. */
export interface CommsChannel {
  id: string;
  name: string;
  way: ChannelWay;
  audience: ChannelAudience;
  /** Severities that are told here. */
  severities: string[];
  mostCharacters: number;
  /** True when its texts must say by when the next update comes. */
  statesNextUpdate: boolean;
  /** True when a person can post the text while nothing is connected; false for what only machines read. */
  byHand: boolean;
}

/** The words of one channel for some phases; Liquid, in one language. */
export interface CommsTemplate {
  id: string;
  channel: string;
  phases: CommsPhase[];
  severities: string[];
  language: Language;
  /** For mail, ticket and status page; null for a message without one. */
  subject: string | null;
  body: string;
}

/** How the platform is spoken of to people who do not run it. */
export interface CommsWords {
  language: Language;
  /** By function: how it is called, and how it reads in the middle of a sentence. */
  functions: Record<string, { name: string; inSentence: string }>;
  /** By service: one sentence each about what users feel, without names of machines. */
  services: Record<string, { degraded: string; down: string }>;
  /** By failure class: its symptom, where `failure-classes.yaml` says it in another language. */
  symptoms?: Record<string, string> | undefined;
}

/** Whom an overdue update is put to, one after the other. */
export const reminderStages = ['comms_lead', 'commander', 'on_call_lead'] as const;
export type ReminderStage = (typeof reminderStages)[number];

/** So many minutes after an update was due, this person hears of it. */
export interface ReminderStep {
  to: ReminderStage;
  afterMinutes: number;
}

/** `comms.yaml` and `comms/`. */
export interface CommsGuide {
  channels: CommsChannel[];
  /** In order; each is said once for each promise. */
  reminders: ReminderStep[];
  templates: CommsTemplate[];
  words: CommsWords[];
}

/** By when people hear of it: minutes after the declaration, then after each update. */
export interface UpdatePromise {
  firstMinutes: number;
  everyMinutes: number;
}

/** That a second person reads an update before it leaves. */
export interface SecondReview {
  /** After so many minutes without anybody, and outside working hours, its author may approve it alone; null: never. */
  selfAfterMinutes: number | null;
}

/** Where the queue takes a text. */
export const destinations = ['follow', 'slack', 'statuspage', 'cachet', 'mail', 'webhook'] as const;
export type Destination = (typeof destinations)[number];
