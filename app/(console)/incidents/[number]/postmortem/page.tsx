import '@/components/review/written.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { MarkdownBody } from '@/components/review/markdown-body';
import { PostmortemScreen } from '@/components/review/postmortem-screen';
import { PlaceLink } from '@/components/ui/place-link';
import { requireActor } from '@/lib/server/access/current-actor';
import { getPostmortem } from '@/lib/server/review/get-postmortem';

export const dynamic = 'force-dynamic';

interface PostmortemPageProps {
  params: Promise<{ number: string }>;
}

/** Read once per request, for the title and for the page. */
const read = cache(async (number: string) => getPostmortem(await requireActor(), number));

export async function generateMetadata({ params }: PostmortemPageProps): Promise<Metadata> {
  const { number } = await params;
  return { title: (await read(number)) ? `Postmortem of ${number}` : 'No such incident' };
}

export default async function PostmortemPage({ params }: PostmortemPageProps) {
  const { number } = await params;
  const [actor, view] = await Promise.all([requireActor(), read(number)]);
  if (!view) notFound();
  return (
    <article className="mx-auto grid w-full max-w-5xl gap-3 px-4 py-4 sm:px-5">
      <header className="grid gap-1 print:hidden">
        <h1 className="font-semibold text-xl tracking-tight">Postmortem of {number}</h1>
        <p className="text-dim [overflow-wrap:anywhere]">
          {view.title}{' '}
          <PlaceLink href={`/incidents/${number}`} className="whitespace-nowrap text-accent underline">
            Open the record
          </PlaceLink>
        </p>
      </header>
      <PostmortemScreen initial={view} role={actor.role} nowMs={Date.now()}>
        <MarkdownBody text={view.text} />
      </PostmortemScreen>
    </article>
  );
}
