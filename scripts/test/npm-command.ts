/** How to call npm: by the script that started us, else by its name. */
export function npmCommand(words: readonly string[]): { command: string; words: string[] } {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return { command: process.execPath, words: [script, ...words] };
  return { command: 'npm', words: [...words] };
}
