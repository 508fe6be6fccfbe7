import 'server-only';

interface Waiter<Answer> {
  key: string;
  resolve(answer: Answer | undefined): void;
  reject(reason: unknown): void;
}

/**
 * Joins questions about single keys into questions about many. While one is being answered, those that come wait for
 * the next: every answer was read after it was asked for, and a thousand at once cost a few reads.
 */
export function joined<Answer>(
  ask: (keys: string[]) => Promise<ReadonlyMap<string, Answer>>,
): (key: string) => Promise<Answer | undefined> {
  let waiting: Waiter<Answer>[] = [];
  let isAsking = false;

  async function answerAll(): Promise<void> {
    while (waiting.length > 0) {
      const asked = waiting;
      waiting = [];
      try {
        const answers = await ask([...new Set(asked.map(({ key }) => key))]);
        for (const { key, resolve } of asked) resolve(answers.get(key));
      } catch (error) {
        for (const { reject } of asked) reject(error);
      }
    }
    isAsking = false;
  }

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      if (isAsking) return;
      isAsking = true;
      // Those that arrived in the same breath are joined from the first question on.
      setImmediate(() => void answerAll());
    });
}
