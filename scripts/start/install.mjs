import { spawn } from 'node:child_process';
import { installState, markInstalled } from './installed-packages.mjs';
import { step } from './progress.mjs';

const SHOWN_LINES = 15;

/** @param {string[]} words */
function npm(words) {
  const script = process.env.npm_execpath;
  // npm names itself when it started us; without it the command must be on the PATH.
  if (script?.endsWith('.js')) return { command: process.execPath, words: [script, ...words], shell: false };
  return { command: 'npm', words, shell: process.platform === 'win32' };
}

/**
 * @param {string} root
 * @param {string[]} words
 */
function runNpm(root, words) {
  const call = npm(words);
  return new Promise((resolve, reject) => {
    const child = spawn(call.command, call.words, { cwd: root, shell: call.shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(undefined) : reject(new Error(output.trim()))));
  });
}

/**
 * What npm said last, without its help text, which would push the reason out of sight.
 * @param {string} output
 */
function lastWords(output) {
  const lines = output.split('\n').filter((line) => line.trim() !== 'npm error');
  const help = lines.findIndex((line) => line.includes('Clean install a project'));
  return (help > 0 ? lines.slice(0, help) : lines).slice(-SHOWN_LINES).join('\n');
}

/**
 * Installs what package-lock.json names when it is not there yet.
 * @param {string} root
 * @param {{ dev: boolean }} wanted whether the packages for development are needed
 * @returns {Promise<boolean>} false when npm failed; its last lines were shown
 */
export async function ensureInstalled(root, wanted) {
  const state = installState(root, wanted);
  if (state.isInstalled) return true;
  const dev = wanted.dev || state.hadDev;
  const words = ['ci', dev ? '--include=dev' : '--omit=dev', '--loglevel=error', '--no-progress'];
  try {
    await step('Installing packages', () => runNpm(root, words));
    markInstalled(root, dev);
    return true;
  } catch (error) {
    console.error(lastWords(String(error instanceof Error ? error.message : error)));
    console.error('The packages could not be installed (npm ci, above). Mend that and start again.');
    return false;
  }
}
