import 'server-only';

/** There is nothing under this key. */
export class NoSuchObject extends Error {
  constructor(key: string) {
    super(`nothing is stored under ${key}`);
    this.name = 'NoSuchObject';
  }
}
