import 'client-only';

/** What is used of localStorage. */
export type BrowserStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const inMemory = new Map<string, string>();

/** Where localStorage is blocked, what is typed lives as long as the page does, and nothing breaks. */
const pageStorage: BrowserStorage = {
  getItem: (key) => inMemory.get(key) ?? null,
  setItem: (key, value) => void inMemory.set(key, value),
  removeItem: (key) => void inMemory.delete(key),
  key: (index) => [...inMemory.keys()][index] ?? null,
  get length() {
    return inMemory.size;
  },
};

/** The browser's storage, or this page's memory where there is none. */
export function browserStorage(): BrowserStorage {
  try {
    return window.localStorage;
  } catch {
    return pageStorage;
  }
}

/** All keys that begin with `prefix`. */
export function keysWith(prefix: string): string[] {
  const storage = browserStorage();
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  return keys.filter((key) => key.startsWith(prefix));
}
