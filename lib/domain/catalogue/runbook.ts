import type { StepTerms } from './step-terms';

/** A step of a runbook: one line of a task list. */
export interface RunbookItem extends StepTerms {
  /** Made of the heading and the step's words, so that it stays while other steps change. */
  id: string;
  title: string;
  /** The web pages that its words link to. */
  links?: { label: string; url: string }[] | undefined;
  /** Id of the heading it stands under; absent before the first. */
  heading?: string | undefined;
}

export interface RunbookHeading {
  /** The anchor: the title in kebab-case. */
  id: string;
  title: string;
  /** 1 to 6. */
  depth: number;
}

/** A link from one runbook to another, or to a heading. */
export interface RunbookLink {
  runbook: string;
  heading?: string | undefined;
}

export interface Runbook {
  id: string;
  title: string;
  summary: string;
  /** Names of alert rules that lead here. */
  alerts: string[];
  /** Ids of services. */
  services: string[];
  /** Ids of failure classes. */
  failureClasses: string[];
  /** The day somebody last changed what it says, `YYYY-MM-DD`; absent when the file does not tell. */
  lastChanged?: string | undefined;
  /** GitHub-flavoured Markdown without front matter and without the marks of gated steps. */
  body: string;
  /** In the order of the body's task list entries. */
  items: RunbookItem[];
  headings: RunbookHeading[];
  links: RunbookLink[];
  /** True when all or part of it is reasoned and no source confirms it yet. */
  inferred: boolean;
  /** Ids of the headings whose text is inferred; empty while `inferred` is true means all of it. */
  inferredParts: string[];
}
