'use client';

import { useLink } from '@/lib/client/stream/use-link';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';

/** A new build answers: the person decides when to reload. */
export function VersionNotice() {
  const { newVersion } = useLink();
  if (!newVersion) return null;
  return (
    <Banner look="tell">
      <strong className="font-semibold">There is a new version of the console.</strong>
      <span>Reload when ready; what you typed is kept.</span>
      <Button onClick={() => location.reload()}>Reload</Button>
    </Banner>
  );
}
