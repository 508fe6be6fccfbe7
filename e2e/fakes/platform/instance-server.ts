import http, { type RequestListener, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { deepHealth, VERSION } from './answer';
import type { InstanceName, InstanceState } from './state';

const SPLASH = '<!doctype html><title>Service unavailable</title><h1>We will be right back</h1>';

/** One instance: a port that can be opened and shut, and that behaves as its state says. */
export class InstanceServer {
  readonly #name: InstanceName;
  readonly #port: number;
  readonly #state: () => InstanceState;
  readonly #control: RequestListener;
  readonly #sockets = new Set<Socket>();
  #server: http.Server | undefined;

  constructor(name: InstanceName, port: number, state: () => InstanceState, control: RequestListener) {
    this.#name = name;
    this.#port = port;
    this.#state = state;
    this.#control = control;
  }

  /** Brings the port in line with the state. Requests left hanging by an earlier mode are cut. */
  async follow(hasModeChanged: boolean): Promise<void> {
    if (this.#state().mode.kind === 'off') return this.close();
    if (hasModeChanged) this.#cut();
    if (!this.#server) await this.#open();
  }

  close(): void {
    this.#server?.close();
    this.#server = undefined;
    this.#cut();
  }

  #cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async #open(): Promise<void> {
    const server = http.createServer((request, response) => {
      if (request.url !== '/_control') return this.#behave(request.method ?? '', request.url ?? '', response);
      // Its answer still has to leave when the order is to shut this port.
      this.#sockets.delete(request.socket);
      response.setHeader('connection', 'close');
      this.#control(request, response);
    });
    server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#server = server;
  }

  #behave(method: string, url: string, response: ServerResponse): void {
    const { mode } = this.#state();
    if (mode.kind === 'hang') return;
    if (mode.kind === '500') {
      response.writeHead(500, { 'content-type': 'text/plain' }).end('Internal Server Error\n');
    } else if (mode.kind === 'html') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(SPLASH);
    } else if (mode.kind === 'slow') {
      setTimeout(() => this.#answer(method, url, response), mode.delayMs).unref();
    } else this.#answer(method, url, response);
  }

  #answer(method: string, url: string, response: ServerResponse): void {
    const json = (status: number, body: object) =>
      response
        .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        .end(JSON.stringify(body));
    const [path] = url.split('?');
    if (method !== 'GET' && method !== 'HEAD') return void json(405, { error: 'method not allowed' });
    if (path === '/health') return void json(200, { status: 'ok', version: VERSION, instance: this.#name });
    if (path !== '/api/v1/health/deep') return void json(404, { error: 'not found' });
    const { httpStatus, body } = deepHealth(this.#name, this.#state(), { now: new Date(), random: Math.random });
    json(httpStatus, body);
  }
}
