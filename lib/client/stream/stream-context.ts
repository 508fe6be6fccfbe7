'use client';

import { createContext } from 'react';
import type { ConsoleStream } from './console-stream';

/** This tab's stream; null until the page is hydrated. */
export const StreamContext = createContext<ConsoleStream | null>(null);
