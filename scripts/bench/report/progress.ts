/** One line of progress on stderr; the table alone goes to stdout. */
export function progress(line: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)}  ${line}\n`);
}
