import { expect, test } from 'vitest';
import { readMailAddress } from './mail-address';

test('[M7] an address is taken in lower case, without blanks around it', () => {
  expect(readMailAddress(' Ada.L+incidents@Example.ORG ')).toBe('ada.l+incidents@example.org');
  expect(readMailAddress('o_brien-1@mail.example.co')).toBe('o_brien-1@mail.example.co');
});

test('[M7] nothing is taken that could add a line, a receiver or a surprise to a mail', () => {
  for (const bad of [
    'a@example.org\r\nBcc: b@example.org',
    'a@example.org\n',
    '\ta@example.org',
    'a@example.org,b@example.org',
    'a@b@example.org',
    '"a b"@example.org',
    'a\u0000@example.org',
    'a b@example.org',
    '<a@example.org>',
    'a@example',
    'a@-example.org',
    'a@example..org',
    '.a@example.org',
    'a..b@example.org',
    'a@[127.0.0.1]',
    'ä@example.org',
    '@example.org',
    'a@',
    '',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b.'.repeat(130)}org`,
    null,
    7,
  ]) {
    expect(readMailAddress(bad), JSON.stringify(bad)).toBeNull();
  }
});
