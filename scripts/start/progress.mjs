/**
 * Runs one long step and shows that it goes on: on a terminal one line that counts the seconds, elsewhere a line at its
 * start and one at its end.
 * @template T
 * @param {string} title such as "Installing packages"
 * @param {() => Promise<T>} work
 * @param {NodeJS.WriteStream} [out]
 * @returns {Promise<T>}
 */
export async function step(title, work, out = process.stdout) {
  const startedAt = performance.now();
  const seconds = () => `${Math.round((performance.now() - startedAt) / 1000)} s`;
  const rewrite = (/** @type {string} */ text) => out.write(`\r\x1b[K${text}`);
  if (!out.isTTY) out.write(`${title}…\n`);
  else rewrite(`${title}…`);
  const ticking = out.isTTY ? setInterval(() => rewrite(`${title}… ${seconds()}`), 1000) : undefined;
  try {
    const result = await work();
    if (out.isTTY) rewrite(`${title}: done in ${seconds()}\n`);
    else out.write(`${title}: done in ${seconds()}\n`);
    return result;
  } catch (error) {
    if (out.isTTY) rewrite('');
    throw error;
  } finally {
    clearInterval(ticking);
  }
}
