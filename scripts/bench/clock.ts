/** Milliseconds on the clock that all processes of this machine share; it never jumps. Not comparable with `Date`. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
