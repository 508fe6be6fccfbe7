import 'server-only';

/** A reason of our own to stop asking a target, in words that can be shown. */
export class FetchRefusal extends Error {}
