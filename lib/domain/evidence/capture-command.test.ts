import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { EvidenceRecipe } from '../catalogue/evidence-guide';
import { captureLine, captureScript } from './capture-command';

const target = { url: 'https://console.example.org/api/v1/incidents/INC-2026-0007/evidence', token: 'cap_abc-DEF_1' };
const pattern = (what: string) => `incident-$(date +%Y%m%d-%H%M%S)-${what}`;
const recipe = (id: string, command: string, what = `${id}.log`): EvidenceRecipe => ({
  ...{ id, title: id, fileName: pattern(what) },
  command: `${command} > /tmp/${pattern(what)}\n`,
});

const stubs = `
docker() { echo "docker $*"; echo "on the error channel" >&2; }
jq() { cat; echo "jq $*"; }
psql() { echo "connection refused" >&2; return 2; }
silent() { :; }
curl() {
  case "$*" in
    *" -T - "*) echo "sent $(cat | tr '\\n' '|') by $*" ;;
    *" -T /tmp/"*) for a; do case "$a" in /tmp/*) echo "sent $(tr '\\n' '|' < "$a") by $*"; esac; done ;;
    *) echo "plain curl" ;;
  esac
}
`;
const inShell = (script: string) => spawnSync('sh', ['-c', `${stubs}\n${script}`], { encoding: 'utf8' });

describe('[E8] what a shell is given to save evidence with', () => {
  it('pipes the output and the error channel to the incident under the pattern of the catalogue', () => {
    const { stdout, status } = inShell(captureLine(recipe('api-log', 'docker logs --tail 500 api'), target));
    expect(status).toBe(0);
    expect(stdout).toMatch(/^sent docker logs --tail 500 api\|on the error channel\| by /);
    expect(stdout).toContain(`${target.url}?recipe=api-log&name=incident-`);
    expect(stdout).toMatch(/name=incident-\d{8}-\d{6}-api-log\.log/);
    expect(stdout).toContain('Authorization: Bearer cap_abc-DEF_1');
    expect(target.url).not.toContain(target.token);
  });

  it('keeps a pipeline over two lines together', () => {
    const piped = { ...recipe('queues', 'curl -s http://x \\\n  | jq .') };
    expect(inShell(captureLine(piped, target)).stdout).toMatch(/^sent plain curl\|jq \.\| by /);
  });

  it('sends everything of a command that writes no file of that name', () => {
    const odd = { ...recipe('odd', ''), command: 'docker ps > /tmp/elsewhere.txt; docker ps' };
    expect(captureLine(odd, target)).toContain('docker ps > /tmp/elsewhere.txt; docker ps');
    expect(inShell(captureLine(odd, target)).stdout).toContain('docker ps|on the error channel|');
  });

  it('is one script for all that goes on when one fails, and says what is missing', () => {
    const script = captureScript(
      [
        recipe('first', 'docker logs one'),
        recipe('pg', 'psql -c x'),
        recipe('empty', 'silent'),
        recipe('last', 'docker ps'),
      ],
      target,
    );
    const { stdout, stderr, status } = inShell(script);
    expect(stdout.match(/^sent docker/gm)).toHaveLength(2);
    expect(stdout).toContain('NOT SAVED: pg empty');
    expect(stderr).toMatch(/pg: not saved; look at \/tmp\/incident-\d{8}-\d{6}-pg\.log/);
    expect(status).toBe(1);
    const all = inShell(captureScript([recipe('first', 'docker logs one')], target));
    expect([all.status, all.stdout.trim().split('\n').at(-1)]).toEqual([0, 'All saved.']);
    // The shell it was pasted into lives on and keeps no token.
    const after = `${captureScript([recipe('pg', 'psql')], target)}\necho "still here [$token]"`;
    expect(inShell(after).stdout).toContain('still here []');
  });

  it('is sound for a plain POSIX shell', () => {
    execFileSync('sh', ['-n', '-c', captureScript([recipe('a', 'curl x \\\n | jq y')], target)]);
  });
});
