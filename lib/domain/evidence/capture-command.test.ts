import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EvidenceRecipe } from '../catalogue/evidence-guide';
import { captureLine, captureScript } from './capture-command';
import { type Capture, capturesOf } from './capture-of';
import { recogniseRecipe } from './recognise-recipe';

const target = { url: 'https://console.example.org/api/v1/incidents/INC-2026-0007/evidence', token: 'cap_abc-DEF_1' };
const pattern = (what: string) => `incident-$(date +%Y%m%d-%H%M%S)-${what}`;
const recipe = (id: string, command: string, what = `${id}.log`): EvidenceRecipe => ({
  ...{ id, title: id, fileName: pattern(what) },
  command: `${command} > /tmp/${pattern(what)}\n`,
});
const run = (id: string, command: string): Capture[] => capturesOf(recipe(id, command));
const [blue, green] = ['veza_blue', 'veza_green'];
const ofInstances: EvidenceRecipe = {
  ...recipe('api-log', `docker logs --tail 500 ${blue}`),
  perInstance: [
    { target: 'api-blue', name: blue },
    { target: 'api-green', name: green },
  ],
};

/** The commands of a host; curl tells what it was given, and answers as the console would. */
const stubs = `
docker() { echo "docker $*"; echo "on the error channel" >&2; }
jq() { cat; echo "jq $*"; }
psql() { echo "connection refused" >&2; return 2; }
silent() { :; }
curl() {
  case "$*" in
    *" -T /tmp/"*)
      for a; do case "$a" in /tmp/*) body=$(tr '\\n' '|' < "$a");; https*) u="$a";; esac; done
      case "$u" in *status=0*) [ -n "$body" ] && printf 'saved ' || printf 'kept ' ;; *) printf 'kept ' ;; esac
      echo "$body by $*" ;;
    *) echo "plain curl" ;;
  esac
}
`;
const inShell = (script: string, shell = 'sh') => spawnSync(shell, ['-c', `${stubs}\n${script}`], { encoding: 'utf8' });
const one = ([capture]: Capture[]) => captureLine(capture as Capture, target);

describe.each(['sh', 'bash'])('[E8] [E11] what %s is given to save evidence with', (shell) => {
  it('sends the output and the error channel to the incident, with the exit status beside them', () => {
    const { stdout, status } = inShell(one(run('api-log', 'docker logs --tail 500 api')), shell);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^saved docker logs --tail 500 api\|on the error channel\| by /);
    expect(stdout).toMatch(/\?recipe=api-log&status=0&name=incident-\d{8}-\d{6}-api-log\.log/);
    expect(stdout).toContain('Authorization: Bearer cap_abc-DEF_1');
    expect(target.url).not.toContain(target.token);
    const file = /-T (\/tmp\/\S+)/.exec(stdout)?.[1] ?? '';
    expect(readFileSync(file, 'utf8')).toContain('docker logs');
  });

  it('says that a command failed, is missing, was killed or wrote nothing', () => {
    expect(inShell(one(run('pg', 'psql -c x')), shell).stdout).toMatch(/^kept connection refused\| by .*&status=2&/);
    expect(inShell(one(run('no', 'no-such-command-here')), shell).stdout).toMatch(/not found\| by .*&status=127&/);
    expect(inShell(one(run('kill', 'sh -c "kill -9 \\$\\$"')), shell).stdout).toContain('&status=137&');
    expect(inShell(one(run('silent', 'silent')), shell).stdout).toMatch(/^kept {2}by .*&status=0&/);
  });

  it('keeps a pipeline over two lines together, and is told how its last command ended', () => {
    expect(inShell(one(run('queues', 'curl -s http://x \\\n  | jq .')), shell).stdout).toMatch(
      /^saved plain curl\|jq \.\| by /,
    );
    expect(inShell(one(run('last', 'docker ps | psql')), shell).stdout).toContain('&status=2&');
  });

  it('holds against a shell that ends at the first failure, and one that a command would end', () => {
    expect(inShell(`set -e\n${one(run('pg', 'psql -c x'))}\necho after`, shell).stdout).toMatch(/status=2[\s\S]*after/);
    expect(inShell(one(run('exits', 'docker ps; exit 3')), shell).stdout).toMatch(/docker ps\|.*&status=3&/);
  });

  it('sends everything of a command that writes no file of that name', () => {
    const odd = { ...recipe('odd', ''), command: 'docker ps > /tmp/elsewhere.txt; docker ps' };
    expect(inShell(one(capturesOf(odd)), shell).stdout).toContain('docker ps|on the error channel|');
  });

  it('is one script for all that goes on when one fails, and says what is missing', () => {
    const captures = [
      ...run('first', 'docker logs one'),
      ...run('pg', 'psql -c x'),
      ...run('empty', 'silent'),
      ...run('last', 'docker ps'),
    ];
    const { stdout, stderr, status } = inShell(captureScript(captures, target), shell);
    expect(stdout.match(/^saved docker/gm)).toHaveLength(2);
    expect(stdout).toMatch(/^kept connection refused\|.*status=2/m);
    expect(stdout).toContain('NOT SAVED: pg empty');
    expect(stderr).toMatch(/pg: not saved; look at \/tmp\/incident-\d{8}-\d{6}-pg\.log/);
    expect(status).toBe(1);
    const all = inShell(captureScript(run('first', 'docker logs one'), target), shell);
    expect([all.status, all.stdout.trim().split('\n').at(-1)]).toEqual([0, 'All saved.']);
    // The shell it was pasted into lives on and keeps no token.
    const after = `${captureScript(run('pg', 'psql'), target)}\necho "still here [$token]"`;
    expect(inShell(after, shell).stdout).toContain('still here []');
  });

  it('is sound', () => {
    execFileSync(shell, ['-n', '-c', captureScript(run('a', 'curl x \\\n | jq y'), target)]);
  });
});

describe('[E14] a command that runs on one of several instances', () => {
  it('is one run for each, with its name, its file and its target', () => {
    const [first, second] = capturesOf(ofInstances);
    expect(first).toMatchObject({ command: `docker logs --tail 500 ${blue}`, fileName: ofInstances.fileName });
    expect(second).toMatchObject({
      command: `docker logs --tail 500 ${green}`,
      fileName: pattern('api-log-api-green.log'),
    });
    const { stdout } = inShell(captureScript(capturesOf(ofInstances), target));
    expect(stdout).toMatch(/^saved docker logs --tail 500 veza_blue\|.*recipe=api-log&instance=api-blue&status=0/m);
    expect(stdout).toMatch(/^saved docker logs --tail 500 veza_green\|.*recipe=api-log&instance=api-green&status=0/m);
  });

  it('is known by the file names of all of them', () => {
    const recipes = [ofInstances, recipe('stream-log', 'docker logs')];
    expect(recogniseRecipe(recipes, null, 'incident-20261122-031500-api-log-api-green.log')).toBe('api-log');
    expect(recogniseRecipe(recipes, null, 'incident-20261122-031500-api-log-api-red.log')).toBeNull();
  });
});
