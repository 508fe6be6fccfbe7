import Anser from 'anser';
import type { Coloured } from './to-spans';

const NAMES = new Set(['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white']);
const DECORATIONS = new Set(['bold', 'dim', 'italic', 'underline']);

/** Our class for a colour of the terminal; none for colours that could hide the text on our ground. */
function classOf(colour: string | null): string[] {
  const name = colour?.replace(/^ansi-(bright-)?/, '') ?? '';
  return NAMES.has(name) ? [`ev-${name}`] : [];
}

/** Reads the colours of a terminal out of a line; every other code of a terminal is dropped. Loaded late. */
export function readColours(line: string): Coloured[] {
  return Anser.ansiToJson(line, { use_classes: true, remove_empty: true }).map(({ content, fg, decorations }) => {
    const looks = decorations.filter((one) => DECORATIONS.has(one)).map((one) => `ev-${one}`);
    return { text: content, className: [...classOf(fg), ...looks].join(' ') };
  });
}
