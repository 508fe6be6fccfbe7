import type { Metadata } from 'next';

import { buttonLook } from '@/components/ui/button-look';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <main className="mx-auto grid max-w-lg justify-items-start gap-3 px-5 py-16">
      <h1 className="font-semibold text-xl">There is no such page.</h1>
      <p className="text-dim">The address may be mistyped, or it leads to something that is not here yet.</p>
      <a href="/" className={buttonLook('go')}>
        Go to the situation
      </a>
    </main>
  );
}
