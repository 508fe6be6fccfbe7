import type { CatalogueMistake, UncheckedCatalogue } from './catalogue-mistake';
import { checkComms } from './check-comms';
import { checkDuplicates } from './check-duplicates';
import { checkFirstAid } from './check-first-aid';
import { checkRunbooks } from './check-runbooks';
import { checkServices } from './check-services';
import { checkSeverities } from './check-severities';
import { checkSteps } from './check-steps';

/** Every reference must lead somewhere, and every id stand once. An empty list is a sound catalogue. */
export function crossCheck(catalogue: UncheckedCatalogue): CatalogueMistake[] {
  return [
    ...checkDuplicates(catalogue),
    ...checkSeverities(catalogue),
    ...checkServices(catalogue),
    ...checkFirstAid(catalogue),
    ...checkRunbooks(catalogue),
    ...checkSteps(catalogue),
    ...checkComms(catalogue),
  ];
}
