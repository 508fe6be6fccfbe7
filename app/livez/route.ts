export const dynamic = 'force-dynamic';

/** The process runs and answers; nothing more is promised. */
export function GET(): Response {
  return new Response('ok\n', { headers: { 'cache-control': 'no-store' } });
}
