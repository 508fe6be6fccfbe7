/**
 * Asks the console where to go for signing in: what next-auth's own client does, without its weight in the bundle.
 * Answers an address at the identity provider, or one of ours that says what went wrong. Throws when nothing answers.
 */
export async function signInAddress(returnPath: string): Promise<string> {
  const { csrfToken } = await readJson(await fetch('/api/auth/csrf'));
  const callbackUrl = new URL(returnPath, location.origin).href;
  const answer = await fetch('/api/auth/signin/oidc', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken: String(csrfToken), callbackUrl, json: 'true' }),
  });
  const { url } = await readJson(answer);
  if (typeof url !== 'string') throw new Error('the sign-in answered no address');
  return url;
}

async function readJson(answer: Response): Promise<Record<string, unknown>> {
  const body: unknown = await answer.json();
  if (!answer.ok || typeof body !== 'object' || body === null) throw new Error(`the sign-in answered ${answer.status}`);
  return { ...body };
}
