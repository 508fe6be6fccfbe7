import 'server-only';
import * as z from 'zod/mini';

/** A setting read by hand; `expected` says what it should have been. */
export function reading<T>(expected: string, read: (text: string) => T | undefined) {
  return z.pipe(
    z.string(),
    z.transform((text, context): T => {
      const value = read(text);
      if (value !== undefined) return value;
      context.issues.push({ code: 'custom', message: `expected ${expected}`, input: undefined });
      return z.NEVER;
    }),
  );
}

/** The address, when it is one with such a protocol. */
export function parseUrl(text: string, protocols: readonly string[]): URL | undefined {
  const url = URL.parse ? URL.parse(text) : URL.canParse(text) ? new URL(text) : null;
  return url && protocols.includes(url.protocol) ? url : undefined;
}

export const WEB = ['http:', 'https:'];

export const webAddress = reading('an http or https address without user name and password', (text) => {
  const url = parseUrl(text, WEB);
  return url && !url.username && !url.password ? text : undefined;
});

export const json = reading('valid JSON', (value): unknown => {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
});
