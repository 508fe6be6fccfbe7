import type { ReactNode } from 'react';
import type { ChannelWay } from '@/lib/domain/catalogue/comms-guide';

interface ChannelPreviewProps {
  way: ChannelWay;
  name: string;
  headline: string;
  subject: string | null;
  body: string;
}

const frames: Record<ChannelWay, string> = {
  follow: 'border-l-3 border-l-accent',
  status: 'border-t-3 border-t-degraded',
  slack: 'border-l-3 border-l-edge',
  mail: 'border-t border-t-edge',
  webhook: 'border-l-3 border-l-edge',
  copy: 'border-l border-l-edge',
};

function head({ way, name, headline, subject }: ChannelPreviewProps): ReactNode {
  switch (way) {
    case 'slack':
      return (
        <>
          <strong className="font-semibold">Incident console</strong>{' '}
          <span className="rounded-sm border border-edge px-1 text-xs">APP</span>{' '}
          <span className="text-dim">{name}</span>
        </>
      );
    case 'mail':
      return <strong className="font-semibold">{subject ?? headline}</strong>;
    case 'status':
    case 'follow':
      return <strong className="font-semibold">{headline}</strong>;
    case 'webhook':
    case 'copy':
      return subject !== null && <strong className="font-semibold">{subject}</strong>;
  }
}

/** The text as its readers will see it: what was typed stays text, line by line. */
export function ChannelPreview(props: ChannelPreviewProps) {
  return (
    <figure className={`grid gap-1 rounded-md bg-bg px-3 py-2 text-sm ${frames[props.way]}`}>
      <figcaption className="text-dim text-xs">As it will look</figcaption>
      <div>{head(props)}</div>
      <div className="whitespace-pre-wrap break-words">{props.body}</div>
    </figure>
  );
}
