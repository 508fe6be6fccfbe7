/** A JSON object as it was parsed. Its keys are foreign text: read it with `Object.entries`, never write to it. */
export type JsonRecord = { readonly [key: string]: unknown };

/** True for JSON objects; arrays and null are not. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a text with something in it. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
