import { changeSeverity } from './change-severity';

/** Rule I5: upwards only, with a reason. */
export const raiseSeverity = changeSeverity('raise');
