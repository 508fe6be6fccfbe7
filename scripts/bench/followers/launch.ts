import { type ChildProcess, fork } from 'node:child_process';

/** Starts a process of the bench; it ends with this one. */
export function launch(file: string): ChildProcess {
  return fork(file, { execArgv: ['--import', import.meta.resolve('tsx')], serialization: 'advanced' });
}

/** Asks it one thing and waits for the answer; rejects when it dies meanwhile or takes longer than two minutes. */
export function ask<Answer>(child: ChildProcess, question: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end(new Error('a process of the bench does not answer')), 120_000);
    const onMessage = (answer: unknown) => end(null, answer as Answer);
    const onExit = () => end(new Error('a process of the bench died'));
    function end(error: Error | null, answer?: Answer): void {
      clearTimeout(timer);
      child.off('message', onMessage);
      child.off('exit', onExit);
      if (error) reject(error);
      else resolve(answer as Answer);
    }
    child.once('message', onMessage);
    child.once('exit', onExit);
    child.send(question);
  });
}
