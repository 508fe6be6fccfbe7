const OLDEST = [20, 20];

/**
 * One line that names an unsupported Node, or nothing.
 * @param {string} version such as "20.20.2"
 * @returns {string | undefined}
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return undefined;
  return `Node ${version} is too old: the incident console needs Node ${OLDEST.join('.')} or newer (24 is recommended).`;
}
