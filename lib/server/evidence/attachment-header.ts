import 'server-only';

// What could end the header or turn the name around in a dialog; and what some system reads as a folder.
const harmful = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|]/gu;
const longestName = 200;

/** A Content-Disposition by which a browser saves and never shows (RFC 6266, RFC 8187). */
export function attachmentHeader(name: string): string {
  const harmless = Array.from(name.replace(harmful, '_')).slice(-longestName).join('').trim() || 'file';
  const plain = harmless.replace(/[^\x20-\x7e]/g, '_').replace(/[%]/g, '_');
  const encoded = encodeURIComponent(harmless.toWellFormed()).replace(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
