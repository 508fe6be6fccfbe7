import 'server-only';
import type { PostmortemView } from '@/lib/domain/review/postmortem-view';

/** The text as a file under the name it is filed by: `2026-11-22-uploads-fail.md`. */
export function postmortemFile({ number, path, text }: PostmortemView): Response {
  const name = path?.split('/').at(-1) ?? `${number.toLowerCase()}-postmortem.md`;
  // Names may hold letters of any script: RFC 6266 wants both forms.
  const plain = name.replace(/[^\w.-]+/g, '-');
  return new Response(text, {
    headers: {
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
