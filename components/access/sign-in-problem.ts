const PROVIDER_SILENT =
  'The identity provider does not answer. People who are signed in can go on working. Try again in a minute.';

const words: Record<string, string> = {
  OAuthSignin: PROVIDER_SILENT,
  OAuthCallback: PROVIDER_SILENT,
  Callback: PROVIDER_SILENT,
  AccessDenied:
    'Your account has none of the groups that open this console. Ask your lead to add you to one, then sign in again.',
  SessionRequired: 'Your session has ended. Sign in again to go on; what you typed is kept in this browser.',
  Configuration: 'Signing in is not set up correctly here. Tell whoever runs this console.',
};

/** What went wrong with a sign-in, by next-auth's code; null when nothing did. */
export function signInProblem(code: string | undefined): string | null {
  if (!code) return null;
  return Object.hasOwn(words, code) ? (words[code] ?? null) : 'Signing in did not work. Try again.';
}
