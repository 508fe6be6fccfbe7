/** The files of `catalog/` after parsing and cross-checking. Services, words and severities live there, never in code. */
export interface Catalogue {
  /** SHA-256 of all files, hex; an incident remembers the one it was declared under. */
  version: string;
  /** The platform's name as people say it. */
  platform: string;
  targets: Target[];
  functions: UserFunction[];
  services: Service[];
  /** Most severe first. */
  severities: Severity[];
  defaultSeverity: string;
  checklists: Checklist[];
}

/** One address whose deep health is polled. */
export interface Target {
  id: string;
  name: string;
  url: string;
  headers?: Record<string, string> | undefined;
  /** True for the stand-in that ships for trying things out. */
  standIn?: boolean | undefined;
}

/** Something users do: playback, upload, login. */
export interface UserFunction {
  id: string;
  name: string;
  /** How it reads in the middle of a sentence: "playback". */
  inSentence: string;
}

/** What users feel while a service is degraded or down. */
export interface Impact {
  /** One line for the matrix row, fit to be sent. */
  users: string;
  /** One sentence for the head of the situation page. */
  sentence: string;
  severity: string | null;
  functions: Record<string, 'degraded' | 'down'>;
}

export interface Service {
  id: string;
  name: string;
  /** A remark beside the name, such as "v1.0 orphan". */
  remark?: string | undefined;
  /** Keys of the health answer that speak of this service, lower case. */
  healthKeys: string[];
  /** Targets that *are* this service: it is as well as they answer. */
  instances: string[];
  degraded: Impact;
  down: Impact;
  runbook?: string | undefined;
}

export interface Severity {
  id: string;
  definition: string;
}

export interface Checklist {
  id: string;
  title: string;
  items: ChecklistItem[];
}

export interface ChecklistItem {
  id: string;
  title: string;
  /** How to do it, in one or two sentences. */
  hint?: string | undefined;
  links?: { label: string; url: string }[] | undefined;
}
