import { setTick } from './set-tick';

/** Rule T1: a step is ticked once, by whoever was first. */
export const tick = setTick('tick');
