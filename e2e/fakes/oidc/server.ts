import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { pageHeaders } from './page';
import { makeProvider, type ProviderOptions } from './provider';
import { expiredPage, signInPage } from './sign-in-page';

const LONGEST_FORM = 4096;

async function chosenPerson(request: IncomingMessage): Promise<string | null> {
  let form = '';
  for await (const chunk of request) {
    form += chunk;
    if (form.length > LONGEST_FORM) return null;
  }
  return new URLSearchParams(form).get('person');
}

function answer(response: ServerResponse, status: number, html: string, options: ProviderOptions): void {
  response.writeHead(status, pageHeaders(options.consoleOrigin)).end(html);
}

async function signIn(
  request: IncomingMessage,
  response: ServerResponse,
  provider: Provider,
  options: ProviderOptions,
) {
  try {
    await provider.interactionDetails(request, response);
  } catch {
    return answer(response, 400, expiredPage(options.consoleOrigin), options);
  }
  const person = request.method === 'POST' ? await chosenPerson(request) : undefined;
  if (!options.people.some((one) => one.id === person)) {
    return answer(response, 200, signInPage(options.people), options);
  }
  return provider.interactionFinished(request, response, { login: { accountId: person } });
}

/** Serves the provider on loopback, at the port of its issuer. */
export async function serveProvider(options: ProviderOptions): Promise<http.Server> {
  const provider = await makeProvider(options);
  const rest = provider.callback();
  const server = http.createServer((request, response) => {
    if (!request.url?.startsWith('/sign-in/')) return rest(request, response);
    signIn(request, response, provider, options).catch(() => {
      if (!response.headersSent) answer(response, 400, expiredPage(options.consoleOrigin), options);
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(Number(new URL(options.issuer).port), '127.0.0.1', resolve);
  });
  return server;
}
