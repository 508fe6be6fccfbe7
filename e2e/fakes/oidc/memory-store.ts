type Payload = Record<string, unknown> & { grantId?: string; uid?: string };

interface Entry {
  payload: Payload;
  expiresAt: number;
}

/** Where the provider keeps sessions and codes: in memory, since people of a trial sign in again with one click. */
export class MemoryStore {
  static readonly #entries = new Map<string, Entry>();
  readonly #kind: string;

  constructor(kind: string) {
    this.#kind = kind;
  }

  async upsert(id: string, payload: Payload, expiresInS?: number): Promise<void> {
    const now = Date.now();
    for (const [key, entry] of MemoryStore.#entries) if (entry.expiresAt <= now) MemoryStore.#entries.delete(key);
    const expiresAt = expiresInS === undefined ? Number.POSITIVE_INFINITY : now + expiresInS * 1000;
    MemoryStore.#entries.set(this.#key(id), { payload, expiresAt });
  }

  async find(id: string): Promise<Payload | undefined> {
    const entry = MemoryStore.#entries.get(this.#key(id));
    return entry && entry.expiresAt > Date.now() ? entry.payload : undefined;
  }

  async findByUid(uid: string): Promise<Payload | undefined> {
    for (const [key, entry] of MemoryStore.#entries) {
      if (key.startsWith(`${this.#kind}:`) && entry.payload.uid === uid) return entry.payload;
    }
    return undefined;
  }

  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  async consume(id: string): Promise<void> {
    const payload = await this.find(id);
    if (payload) payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    MemoryStore.#entries.delete(this.#key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, entry] of MemoryStore.#entries) {
      if (entry.payload.grantId === grantId) MemoryStore.#entries.delete(key);
    }
  }

  #key(id: string): string {
    return `${this.#kind}:${id}`;
  }
}
