import { expect, it } from 'vitest';
import type { LibraryEntry } from './library-entry';
import { searchRunbooks } from './search-runbooks';

const entry = (id: string, title: string, words = ''): LibraryEntry => ({
  id,
  title,
  summary: '',
  words,
  inferred: false,
});
const find = searchRunbooks([
  entry('storage-failure', 'Storage failure', 'MinIO / S3 MinIODriveOffline drives offline'),
  entry('redis-down', 'Redis down', 'Redis master sessions invalid'),
  entry('disk-full', 'Disk full', 'pgBackRest logs'),
]);

it.each([
  ['minio', 'storage-failure'],
  ['minoi drive', 'storage-failure'],
  ['rediss', 'redis-down'],
  ['sesions', 'redis-down'],
  ['disk ful', 'disk-full'],
])('%j finds %s first', (query, id) => {
  expect(find(query)[0]?.id).toBe(id);
});

it('finds nothing for what nobody wrote about', () => {
  expect(find('kubernetes')).toEqual([]);
});
