import { changeSeverity } from './change-severity';

/** Rule I6: downwards only, with a reason. */
export const lowerSeverity = changeSeverity('lower');
