/** What one check found. A check that has no parts counts as one. */
export interface Finding {
  passed: number;
  failed: number;
  skipped: number;
  /** Shown when something failed or was left out: enough to act on. */
  words: string;
}

/** One part of `npm test`. */
export interface Check {
  title: string;
  run(): Promise<Finding>;
}

export const passed = (): Finding => ({ passed: 1, failed: 0, skipped: 0, words: '' });
export const failed = (words: string): Finding => ({ passed: 0, failed: 1, skipped: 0, words });
export const skipped = (words: string): Finding => ({ passed: 0, failed: 0, skipped: 1, words });

/** Passed when there is no problem; else failed with each on a line. */
export const withoutProblems = (problems: readonly string[]): Finding =>
  problems.length === 0 ? passed() : failed(problems.join('\n'));

export function sum(findings: readonly Finding[]): Finding {
  return findings.reduce(
    (whole, one) => ({
      passed: whole.passed + one.passed,
      failed: whole.failed + one.failed,
      skipped: whole.skipped + one.skipped,
      words: [whole.words, one.words].filter(Boolean).join('\n'),
    }),
    { passed: 0, failed: 0, skipped: 0, words: '' },
  );
}

/** The line that a whole run ends with, such as "412 passed, 1 failed, 2 skipped". */
export function countLine({ passed, failed, skipped }: Finding): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
