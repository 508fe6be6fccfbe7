'use client';

import { Button } from '../ui/button';
import { SubmitHint } from '../ui/submit-keys';
import { useSubmitKey } from '../ui/use-submit-key';
import { ChannelGrid } from './channel-grid';
import { ComposerSettings } from './composer-settings';
import { ContradictionList } from './contradiction-list';
import { PromiseChoice } from './promise-choice';
import { inMinutes } from './promise-question';
import { type ComposerFacts, type ComposerState, useComposer } from './use-composer';

const cannotWrite = 'The console cannot write the texts right now.';

function Settings({ composer, lookup, nowMs }: { composer: ComposerState } & Pick<ComposerFacts, 'lookup' | 'nowMs'>) {
  const { update, draft, change } = composer;
  const { phase, language, headline, nextUpdateAt } = update;
  return (
    <ComposerSettings
      {...{ phase, language, headline, nextUpdateAt, nowMs }}
      languages={lookup.words.map((words) => words.language)}
      doing={draft.doing ?? ''}
      onPhase={(to) => change({ phase: to })}
      onLanguage={(to) => change({ language: to })}
      onHeadline={(to) => change({ headline: to })}
      onDoing={(doing) => change({ doing })}
      onNext={(minutes) => change({ nextInMinutes: minutes, nextUpdateAt: inMinutes(nowMs, minutes) })}
    />
  );
}

/** Rule M14: what a click does: how many places take the update, and how many texts a person has to post. */
function sendWords({ connected, toPost }: ComposerState['counts'], isAgainst: boolean): string {
  const texts = toPost === 1 ? '1 text' : `${toPost} texts`;
  const anyway = isAgainst ? ' all the same' : '';
  if (connected === 0) return `Nothing is connected: save ${texts} to post yourself${anyway}`;
  if (toPost > 0) return `Send to ${connected}${anyway}; ${toPost} to post yourself`;
  return `Send to ${connected} ${connected === 1 ? 'place' : 'places'}${anyway}`;
}

function SendBar({ found, texts, counts, maySend, isError, send, clear }: ComposerState) {
  const label = texts.length === 0 ? 'Send' : sendWords(counts, found.length > 0);
  useSubmitKey(maySend ? send : null);
  const leaves = 'It leaves ten seconds later; until then it can be taken back.';
  return (
    <div className="grid gap-2">
      <Button look="go" disabled={!maySend} onClick={send} aria-keyshortcuts="Control+Enter">
        {label}
        <SubmitHint />
      </Button>
      <p className="text-dim text-sm">{texts.length === 0 ? 'Every channel is left out.' : leaves}</p>
      {isError && <p className="text-degraded text-sm">{cannotWrite} What stands here is kept.</p>}
      <Button look="bare" onClick={clear}>
        Start over from the live matrix
      </Button>
    </div>
  );
}

/** Writes the next update: one set of facts, every channel side by side, held against the record while somebody types. */
export function Composer({ onSend, ...facts }: ComposerFacts & { onSend: (input: object) => void }) {
  const composer = useComposer(facts, onSend);
  const { lookup, nowMs, record } = facts;
  if (!composer.update) {
    const { isError } = composer;
    return <p role={isError ? 'alert' : 'status'}>{isError ? cannotWrite : 'Writing the texts…'}</p>;
  }
  const { update, found, draft, change } = composer;
  return (
    <div className="grid gap-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <div className="grid content-start gap-4 self-start lg:sticky lg:top-4">
        <Settings {...{ composer, lookup, nowMs }} />
        <PromiseChoice question={composer.promise} onChoose={change} />
        <ContradictionList
          {...{ found, reason: draft.reason ?? '' }}
          nameOf={(channel) => update.texts.find((text) => text.channel === channel)?.name ?? channel}
          onReason={(reason) => change({ reason })}
        />
        <SendBar {...composer} />
      </div>
      <ChannelGrid {...{ update, draft, change, lookup }} lastTexts={record.comms.lastTexts} />
    </div>
  );
}
