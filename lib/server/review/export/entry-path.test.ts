import { describe, expect, it } from 'vitest';
import { EntryPaths } from './entry-path';

const text = { isMasked: false, isText: true };
const bytes = { isMasked: false, isText: false };

describe('[R7] names of evidence in an export', () => {
  it.each([
    ['app.log', text, 'evidence/app.log.txt'],
    ['app.log', { isMasked: true, isText: true }, 'evidence/app.log.masked.txt'],
    ['screen.png', bytes, 'evidence/screen.png'],
    ['page.html', text, 'evidence/page.html.txt'],
    ['picture.svg', bytes, 'evidence/picture.svg.bin'],
    ['../../etc/passwd', text, 'evidence/_.._etc_passwd.txt'],
    ['C:\\boot.ini', text, 'evidence/C_boot.ini.txt'],
    ['con.txt', text, 'evidence/_con.txt'],
    ['.htaccess', text, 'evidence/htaccess.txt'],
    ['', bytes, 'evidence/unnamed.bin'],
    ['...', bytes, 'evidence/unnamed.bin'],
    ['a\u202Egpj.exe', bytes, 'evidence/a_gpj.exe.bin'],
    ['Протокол 03.txt', text, 'evidence/Протокол 03.txt'],
    ['a\u0000b\nc.txt', text, 'evidence/a_b_c.txt'],
  ])('%j', (name, kind, path) => {
    expect(new EntryPaths().next(name, kind)).toBe(path);
  });

  it('are never the same, also where case does not count', () => {
    const paths = new EntryPaths();
    const given = ['app.log', 'APP.log', 'app.log', 'app-2.log', 'ａpp.log'].map((name) => paths.next(name, text));
    expect(new Set(given.map((path) => path.normalize('NFKC').toLowerCase())).size).toBe(5);
  });

  it('stay short enough for any file system', () => {
    const path = new EntryPaths().next(`${'𝄞'.repeat(300)}.png`, bytes);
    expect(Buffer.byteLength(path)).toBeLessThan(200);
    expect(path).toMatch(/\.png$/);
    expect(path.isWellFormed()).toBe(true);
  });
});
