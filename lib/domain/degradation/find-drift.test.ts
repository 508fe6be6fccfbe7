import { describe, expect, it } from 'vitest';
import type { Runbook } from '@/lib/domain/catalogue/runbook';
import { aCatalogue, aService } from '@/lib/testing/a-catalogue';
import type { Reality } from './drift';
import { findDrift, runbookOfUrl } from './find-drift';

const nothing: Reality = { reportedKeys: null, rules: null, comments: null, bookmarks: null };

function aRunbook(id: string, links: string[] = []): Runbook {
  return {
    ...{ id, title: id, summary: id, alerts: [], services: [], failureClasses: [], body: '', items: [], headings: [] },
    links: links.map((runbook) => ({ runbook })),
    inferred: false,
    inferredParts: [],
  };
}

const catalogue = aCatalogue({
  services: [aService('store', { healthKeys: ['minio'], failure: 'loud', runbook: 'storage-failure' })],
  failureClasses: [],
  runbooks: [aRunbook('storage-failure')],
});

const kinds = (reality: Partial<Reality>, over = catalogue) =>
  findDrift(over, { ...nothing, ...reality }).map(({ kind, subject }) => [kind, subject]);

describe('[D9] drift', () => {
  it('is nothing while everything agrees, and nothing is said of what was not looked at', () => {
    const rules = [
      {
        name: 'MinIODriveOffline',
        runbookUrl: 'https://git.example/docs/runbooks/STORAGE_FAILURE.md#drives',
        where: 'a.yml',
      },
    ];
    const comments = [{ failure: 'loud' as const, text: ': minio is needed for uploads', where: 'upload.go:3' }];
    expect(kinds({ reportedKeys: [{ targetName: 'API blue', key: 'MinIO' }], rules, comments, bookmarks: [] })).toEqual(
      [],
    );
    expect(kinds({})).toEqual([]);
  });

  it('a new health key appears, and disappears once a row knows it', () => {
    const reportedKeys = [
      { targetName: 'API blue', key: 'minio' },
      { targetName: 'API blue', key: 'vector_db' },
    ];
    expect(kinds({ reportedKeys })).toEqual([['unmapped_key', 'vector_db']]);
    const grown = {
      ...catalogue,
      services: [...catalogue.services, aService('vectors', { healthKeys: ['vector-db'] })],
    };
    expect(kinds({ reportedKeys }, grown)).toEqual([]);
  });

  it('a row that no target reports', () => {
    expect(kinds({ reportedKeys: [{ targetName: 'API blue', key: 'other' }] })).toContainEqual(['silent_row', 'store']);
  });

  it('rules without an annotation, and with one that leads nowhere', () => {
    const rules = [
      { name: 'A', runbookUrl: null, where: 'a.yml' },
      { name: 'B', runbookUrl: 'https://runbooks.example/kubepodcrashlooping', where: 'a.yml' },
    ];
    expect(kinds({ rules })).toEqual([
      ['rule_without_runbook', 'A'],
      ['rule_with_unknown_runbook', 'B'],
    ]);
  });

  it('an orphan runbook appears, and disappears when any rule, row or runbook leads to it; a link to itself does not count', () => {
    const more = { ...catalogue, runbooks: [...catalogue.runbooks, aRunbook('lonely', ['lonely'])] };
    expect(kinds({}, more)).toEqual([['orphan_runbook', 'lonely']]);
    expect(kinds({ rules: [{ name: 'A', runbookUrl: 'lonely.md', where: 'a.yml' }] }, more)).toEqual([]);
    expect(kinds({}, { ...more, runbooks: [aRunbook('storage-failure', ['lonely']), aRunbook('lonely')] })).toEqual([]);
  });

  it('comments that are missing, or say the opposite', () => {
    expect(kinds({ comments: [] })).toEqual([['comment_missing', 'store']]);
    const comments = [{ failure: 'soft' as const, text: ' MinIO may be gone', where: 'x.go:1' }];
    expect(kinds({ comments })).toEqual([['comment_contradicts', 'store']]);
  });

  it('a dead bookmark', () => {
    const check = { bookmarkId: 'grafana', url: 'https://g.example', tlsExpiresAt: null, checkedAt: '', since: '' };
    expect(kinds({ bookmarks: [{ ...check, isAlive: false, detail: 'HTTP 502' }] })).toEqual([
      ['dead_bookmark', 'grafana'],
    ]);
    expect(kinds({ bookmarks: [{ ...check, isAlive: true, detail: 'HTTP 200' }] })).toEqual([]);
  });

  it('reads the runbook out of any address', () => {
    expect(runbookOfUrl('https://x.example/a/SECRET_ROTATION.md?plain=1#top')).toBe('secret-rotation');
    expect(runbookOfUrl('db-failover')).toBe('db-failover');
  });
});
