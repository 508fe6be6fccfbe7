import type { CommsState } from '@/lib/domain/comms/comms';
import type { CommsLookup } from '@/lib/domain/incident/record-context';
import { ChannelCard } from './channel-card';
import type { ComposedUpdate } from './composed-update';
import { type ComposerDraft, hasEdits } from './composer-draft';

interface ChannelGridProps {
  update: ComposedUpdate;
  draft: ComposerDraft;
  lookup: CommsLookup;
  lastTexts: CommsState['lastTexts'];
  change: (part: Partial<ComposerDraft>) => void;
}

/** The channels side by side. */
export function ChannelGrid({ update, draft, lookup, lastTexts, change }: ChannelGridProps) {
  const others = (channel: string) => (draft.without ?? []).filter((id) => id !== channel);
  // Rule M16: from the first edit on, the promise stands as it was read.
  const standing = !hasEdits(draft) && update.nextUpdateAt ? { nextUpdateAt: update.nextUpdateAt } : {};
  return (
    <div className="grid content-start gap-3.5 lg:grid-cols-2">
      {update.texts.map((text) => (
        <ChannelCard
          key={text.channel}
          text={text}
          headline={update.headline}
          last={lastTexts[text.channel] ?? null}
          isSetUp={(lookup.destinations[text.channel] ?? []).length > 0}
          onEdit={(edited) => change({ ...standing, texts: { ...draft.texts, [text.channel]: edited } })}
          onTakeProposal={() => change({ texts: without(draft.texts ?? {}, text.channel) })}
          onLeaveOut={(isOut) => change({ without: [...others(text.channel), ...(isOut ? [text.channel] : [])] })}
        />
      ))}
    </div>
  );
}

function without<Value>(all: Record<string, Value>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).filter(([id]) => id !== key));
}
