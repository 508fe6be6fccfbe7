import type { CommsPhase, Language } from '@/lib/domain/catalogue/comms-guide';
import type { PreparedText, PreparedUpdate } from '@/lib/domain/comms/prepared-update';
import { type ComposerDraft, hasEdits } from './composer-draft';

/** One channel as it stands on the page: what will be said there, and whether a person changed it. */
export interface ComposedText extends PreparedText {
  isEdited: boolean;
  isLeftOut: boolean;
}

/** The update as it would be sent now. */
export interface ComposedUpdate {
  phase: CommsPhase;
  language: Language;
  headline: string;
  nextUpdateAt: string | null;
  texts: ComposedText[];
}

/** What the console wrote, with what the person changed in it. */
export function composeUpdate(
  prepared: Pick<PreparedUpdate, 'headline' | 'nextUpdateAt' | 'texts'>,
  draft: ComposerDraft,
  { phase, language }: Pick<ComposedUpdate, 'phase' | 'language'>,
): ComposedUpdate {
  // Rule M16: it stands while a text is edited.
  const promised = (hasEdits(draft) ? draft.nextUpdateAt : null) ?? prepared.nextUpdateAt;
  const headline = draft.headline ?? prepared.headline;
  return {
    ...{ phase, language, headline },
    nextUpdateAt: phase === 'resolved' ? null : promised,
    texts: prepared.texts.map((text) => ({
      ...text,
      ...draft.texts?.[text.channel],
      ...(isHeaded(text) && { subject: headline }),
      isEdited: draft.texts?.[text.channel] !== undefined,
      isLeftOut: draft.without?.includes(text.channel) ?? false,
    })),
  };
}

/** What leaves: the channels that are not left out. */
export function textsToSend({ texts }: ComposedUpdate) {
  return texts.filter(({ isLeftOut }) => !isLeftOut).map(({ channel, subject, body }) => ({ channel, subject, body }));
}

/** These carry the public name as their title; there is no other to type. */
export function isHeaded({ way }: Pick<PreparedText, 'way'>): boolean {
  return way === 'follow' || way === 'status';
}
