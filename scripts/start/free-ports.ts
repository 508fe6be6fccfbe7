import net from 'node:net';

/** A port that something is going to listen on. */
export interface Wanted {
  port: number;
  host: string;
  /** Who wants it, as a sentence may say it: "the console". */
  by: string;
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    // No such address here, say no IPv6: then nobody can have taken it.
    probe.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT'),
    );
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** Some systems let two programs listen where one uses all addresses and one only this; a call tells. */
function isAnswered(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host, timeout: 500 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}

async function isFree({ port, host }: Wanted): Promise<boolean> {
  // "localhost" is ::1 first in many browsers; another program there would be shown instead of the console.
  const hosts = host === '127.0.0.1' ? [host, '::1'] : [host];
  for (const one of hosts) {
    if (!(await canListen(port, one))) return false;
    if (one !== '0.0.0.0' && (await isAnswered(port, one))) return false;
  }
  return true;
}

/** Throws one line for the first port that another program has taken. */
export async function refuseTakenPorts(wanted: readonly Wanted[], firstPort: number): Promise<void> {
  for (const one of wanted) {
    if (await isFree(one)) continue;
    throw new Error(
      `Port ${one.port}, wanted by ${one.by}, is taken by another program. Stop that one, or choose other ports: PORT=${firstPort + 100} npm start`,
    );
  }
}
