import http, { type RequestListener } from 'node:http';
import https from 'node:https';
import net, { type AddressInfo, type Server, type Socket } from 'node:net';

/** A server on 127.0.0.1 that a test made to misbehave. */
export interface HostileServer {
  port: number;
  /** `http://127.0.0.1:port`, or https for a server with a certificate. */
  url: string;
  /** Sockets that are open now. */
  openSockets(): number;
  close(): Promise<void>;
}

async function open(server: Server, scheme: 'http' | 'https' = 'http'): Promise<HostileServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `${scheme}://127.0.0.1:${port}`,
    openSockets: () => sockets.size,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers HTTP as `listener` says. */
export function aHttpServer(listener: RequestListener): Promise<HostileServer> {
  return open(http.createServer({ keepAlive: false }, listener));
}

/** Answers whatever `answer` writes to the bare socket once a request has come in. */
export function aSocketServer(answer: (socket: Socket) => void): Promise<HostileServer> {
  return open(
    net.createServer((socket) => {
      socket.once('data', () => answer(socket));
    }),
  );
}

/** Answers "ok" behind TLS with this certificate. */
export function aTlsServer(cert: string): Promise<HostileServer> {
  const answer: RequestListener = (_, response) => response.end('{"status":"ok"}');
  return open(https.createServer({ key: selfSignedKey, cert }, answer), 'https');
}

// Made for these tests and known to everybody; nothing trusts it.
export const selfSignedKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg9/k8/TmzgC2BbsMN
Ak6iVzOy0gYH5p8KqjB/DrO7uc2hRANCAARXbXvW7DAiix/SR3oBoS+Tc1c7B51J
fZTCNnQIDdsHEMtd7uXyei4Y9KhYmE4D3KYWi4lDm5INENh6a24/mf9z
-----END PRIVATE KEY-----`;

/** For 127.0.0.1, valid until 2126, signed by itself. */
export const selfSignedCertificate = `-----BEGIN CERTIFICATE-----
MIIBjzCCATagAwIBAgIUcpIkOjrTX0A3rwl9g0j9O7KhQ/QwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyMjEzNTQ0M1oYDzIxMjYxMDI5
MTM1NDQzWjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARXbXvW7DAiix/SR3oBoS+Tc1c7B51JfZTCNnQIDdsHEMtd7uXyei4Y
9KhYmE4D3KYWi4lDm5INENh6a24/mf9zo2QwYjAdBgNVHQ4EFgQU0vzBoh6YA+Gr
JOs338GILv/m/jcwHwYDVR0jBBgwFoAU0vzBoh6YA+GrJOs338GILv/m/jcwDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0cAMEQC
ICRE1GWd+ad2DaJmMDcFXhu5ho6NvMYtfKqOU46gjEKaAiAqRVsGwbG71ecgmSPe
j6CauMbGO1opD6pj1RP51UKeVA==
-----END CERTIFICATE-----`;

/** The same, valid during 2020 only. */
export const expiredCertificate = `-----BEGIN CERTIFICATE-----
MIIBSTCB76ADAgECAgEBMAoGCCqGSM49BAMCMBQxEjAQBgNVBAMMCTEyNy4wLjAu
MTAeFw0yMDAxMDEwMDAwMDBaFw0yMTAxMDEwMDAwMDBaMBQxEjAQBgNVBAMMCTEy
Ny4wLjAuMTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABFdte9bsMCKLH9JHegGh
L5NzVzsHnUl9lMI2dAgN2wcQy13u5fJ6Lhj0qFiYTgPcphaLiUObkg0Q2Hprbj+Z
/3OjMjAwMA8GA1UdEQQIMAaHBH8AAAEwHQYDVR0OBBYEFNL8waIemAPhqyTrN9/B
iC7/5v43MAoGCCqGSM49BAMCA0kAMEYCIQC/gytqjjHNwykdqB9sIoV5QdNSVInX
UiuK3bPffpq5vgIhALH0NSUCZAPq9RNp4GTbep5NV61FZjX+ltw/e7iTZApA
-----END CERTIFICATE-----`;
