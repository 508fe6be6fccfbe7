import http from 'node:http';
import path from 'node:path';
import { builtFolder } from '../build/build-console';
import { type ChildOptions, launchChild } from '../process/launch-child';
import { logFile } from './log-file';
import type { Plan } from './plan';

const READY_WITHIN_MS = 60_000;

function fake(plan: Plan, name: 'oidc' | 'platform', title: string, env: Record<string, string>): ChildOptions {
  return {
    title,
    file: path.join(plan.root, 'e2e', 'fakes', name, 'main.ts'),
    cwd: plan.root,
    execArgv: ['--import', import.meta.resolve('tsx')],
    env: { ...env, PLATFORM_PORTS: `${plan.ports.blue},${plan.ports.green}` },
    logFile: logFile(plan.dataDir, name),
    readyWithinMs: READY_WITHIN_MS,
    stopWithinMs: 1000,
  };
}

/** Starts the local sign-in provider. */
export const launchOidc = (plan: Plan, env: Record<string, string>) =>
  launchChild(fake(plan, 'oidc', 'The local sign-in provider', env));

/** Starts the stand-in for the platform. */
export const launchPlatform = (plan: Plan, env: Record<string, string>) =>
  launchChild(fake(plan, 'platform', 'The platform stand-in', env));

/** One request on a connection of its own: one that was kept open would hold up the console's end. */
function isAnswering(plan: Plan): Promise<boolean> {
  const host = plan.host === '0.0.0.0' ? '127.0.0.1' : plan.host === '::' ? '::1' : plan.host;
  const timeout = plan.isDev ? READY_WITHIN_MS : 2000;
  return new Promise((resolve) => {
    const request = http.get({ host, port: plan.ports.console, path: '/livez', agent: false, timeout }, (response) => {
      response.resume();
      resolve((response.statusCode ?? 500) < 500);
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(false));
  });
}

/** Starts the console itself: the built one, or the sources while developing. */
export function launchConsole(plan: Plan, env: Record<string, string>) {
  const isSpoken = plan.isDev || plan.isOutside;
  return launchChild({
    title: 'The console',
    file: path.join(plan.root, 'scripts', 'start', 'console-child.mjs'),
    cwd: plan.root,
    execArgv: [],
    env: { ...env, CONSOLE_FOLDER: plan.isDev ? plan.root : builtFolder(plan.root) },
    // A console for others logs where its surroundings collect logs; one for this computer keeps the terminal readable.
    ...(!isSpoken && { logFile: logFile(plan.dataDir, 'console') }),
    isReady: () => isAnswering(plan),
    readyWithinMs: READY_WITHIN_MS,
    stopWithinMs: 5000,
  });
}
