import 'server-only';

/** Plain text as the HTML part of a mail: paragraphs and line breaks, everything else escaped, links left to the reader's program. */
export function plainHtml(text: string, language: string): string {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeHtml(paragraph.trim()).replace(/\n/g, '<br>\n')}</p>`)
    .join('\n');
  const style = 'font:16px/1.5 system-ui,sans-serif;max-width:40em';
  return `<!doctype html>\n<html lang="${escapeHtml(language)}"><body style="${style}">\n${paragraphs}\n</body></html>\n`;
}

function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
