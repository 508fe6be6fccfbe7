import 'server-only';

/** The key as it is. Throws when a segment could lead out of the store; keys are made by us, so that is a bug. */
export function checkKey(key: string): string {
  const isSound = key.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..');
  if (!isSound || /[\\\p{Cc}]/u.test(key)) throw new Error('not a key of the store');
  return key;
}
