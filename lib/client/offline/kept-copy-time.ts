import 'client-only';

/** When the copy was made that this browser tab was loaded from, ISO UTC; null when the page came from the console. */
export function keptCopyTime(): string | null {
  return document.documentElement.dataset.keptAt ?? null;
}

/** The path whose copy that was: pages opened from there later come from the console. */
export function keptCopyPath(): string | null {
  return document.documentElement.dataset.keptPath ?? null;
}
