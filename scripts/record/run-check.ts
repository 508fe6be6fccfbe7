import { describeFailure } from '../run-command';

/** Ends a check as scripts expect it: 0 all is well, 1 something was found, 2 it could not be done, with one line that says why. */
export function runCheck(work: () => Promise<boolean>): void {
  work().then(
    (isWell) => process.exit(isWell ? 0 : 1),
    (error) => {
      process.stderr.write(`${describeFailure(error)}\n`);
      process.exit(2);
    },
  );
}
