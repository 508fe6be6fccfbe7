import { setTick } from './set-tick';

/** Rule T2: a tick can be taken back; the record keeps both. */
export const untick = setTick('untick');
