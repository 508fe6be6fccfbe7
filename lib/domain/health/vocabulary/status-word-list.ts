import type { ComponentStatus } from '../health';

/** The words of one language for each status: folded (lower case, no accents), parted by commas. */
export type StatusWordList = Record<ComponentStatus, string>;
