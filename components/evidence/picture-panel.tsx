'use client';

import { useState } from 'react';
import { shown } from '@/lib/domain/evidence/describe-evidence';
import type { EvidenceItem } from '@/lib/domain/evidence/evidence';

/** A picture, drawn anew by the console: nothing of the file itself reaches the browser. */
export function PicturePanel({ item }: { item: EvidenceItem }) {
  const [hasFailed, setHasFailed] = useState(false);
  if (hasFailed) {
    return (
      <p role="alert" className="rounded-lg border border-line bg-panel px-3.5 py-6 text-dim">
        There is no preview: the picture is broken, too large, or cannot be reached right now. Download the original to
        look at it.
      </p>
    );
  }
  return (
    <figure className="grid grid-cols-[minmax(0,1fr)] gap-2 rounded-lg border border-line bg-panel p-3.5">
      {/* biome-ignore lint/performance/noImgElement: it is drawn anew by our own route */}
      <img
        src={`/api/v1/evidence/${item.evidenceId}/preview`}
        alt={`Preview of ${shown(item.name)}`}
        ref={(image) => {
          // It may have failed before these scripts were there to hear of it.
          if (image?.complete && image.naturalWidth === 0) setHasFailed(true);
        }}
        onError={() => setHasFailed(true)}
        className="h-auto max-w-full justify-self-start"
      />
      <figcaption className="text-dim text-sm">
        Drawn anew from the file. What it shows is not masked: secrets in pictures are not found.
      </figcaption>
    </figure>
  );
}
