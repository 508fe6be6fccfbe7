import { describe, expect, it } from 'vitest';
import { objectKey, safeName } from './object-key';

const id = '019ab000-0000-7000-8000-0123456789ab';
const receivedAt = new Date('2026-11-22T23:59:59.000Z');
const keyOf = (name: string) => objectKey({ id, number: 'INC-2026-0001', name, receivedAt });

describe('[E4] [A6] the key of a file', () => {
  it('can be read by people, and is told apart by the random part of the id', () => {
    expect(keyOf('incident-20261122-031500-api.log')).toBe(
      '2026-11-22/INC-2026-0001/0123456789ab-incident-20261122-031500-api.log',
    );
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['%2e%2e%2fetc', '2e-2e-2fetc'],
    ['a\0b.log', 'a-b.log'],
    ['CON', 'CON'],
    ['a\u202Egnp.exe', 'a-gnp.exe'],
    ['🔥.log', 'log'],
    ['line\nbreak.txt', 'line-break.txt'],
    ['.htaccess', 'htaccess'],
    ['..', 'file'],
    ['', 'file'],
    ['日本語', 'file'],
    ['Protokoll für Ä.txt', 'Protokoll-fur-A.txt'],
    ['Protokoll fu\u0308r A\u0308.txt', 'Protokoll-fur-A.txt'],
    [`${'x'.repeat(4_096)}.log`, `${'x'.repeat(96)}.log`],
  ])('never holds what is strange in %j', (name, safe) => {
    expect(safeName(name)).toBe(safe);
    expect(keyOf(name)).toMatch(/^2026-11-22\/INC-2026-0001\/[0-9a-f]{12}-[A-Za-z0-9._-]{1,100}$/);
  });
});
