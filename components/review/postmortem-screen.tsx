'use client';

import { type ReactNode, useState } from 'react';
import { useNow } from '@/lib/client/store/use-now';
import type { AccessRole } from '@/lib/domain/access/role';
import { isAllowed } from '@/lib/domain/access/who-may';
import type { PostmortemView } from '@/lib/domain/review/postmortem-view';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';
import { useLatePart } from '../ui/use-late-part';
import { ConflictPanel } from './conflict-panel';
import { DueLine } from './due-line';
import { PostmortemEditor } from './postmortem-editor';
import { PostmortemTools } from './postmortem-tools';
import { usePostmortemText } from './use-postmortem-text';
import { useReviewActions } from './use-review-actions';

interface PostmortemScreenProps {
  initial: PostmortemView;
  role: AccessRole;
  nowMs: number;
  /** The text that the page came with, rendered. */
  children: ReactNode;
}

const loadBody = () => import('./markdown-body').then((module) => module.MarkdownBody);

/** One postmortem: by when, its text to read and to write, saved against the version its author saw. */
export function PostmortemScreen({ initial, role, nowMs: initialMs, children }: PostmortemScreenProps) {
  const nowMs = useNow(30_000, initialMs);
  const { known, isBusy, words, send } = useReviewActions(initial);
  const mine = usePostmortemText(known);
  const [isWriting, setIsWriting] = useState(false);
  const [discarded, setDiscarded] = useState<string | null>(null);
  const mayWrite = known.dueAt !== null && isAllowed(role, 'review.save_postmortem');
  const { part: Body } = useLatePart(loadBody, mine.text !== initial.text);
  const save = async () => {
    if (await send('review.save_postmortem', { from: mine.from, text: mine.text })) mine.forget();
  };
  const discard = () => {
    setDiscarded(mine.text);
    mine.forget();
  };
  return (
    <div className="grid gap-3">
      <DueLine view={known} nowMs={nowMs} />
      {mine.isUnsaved && !isWriting && (
        <Banner look="warn">What you wrote is kept in this browser and not saved yet.</Banner>
      )}
      <PostmortemTools
        view={known}
        {...{ role, isBusy, isWriting, mayWrite, isUnsaved: mine.isUnsaved }}
        onToggle={() => setIsWriting(!isWriting)}
        onFinish={() => void send('review.finish_postmortem', { from: known.savedSeq })}
      />
      <div role="alert">{words && <Banner look="bad">{words}</Banner>}</div>
      {mine.isBehind && (
        <ConflictPanel
          by={known.savedBy}
          theirs={known.text}
          onKeepMine={mine.catchUp}
          onAppendTheirs={() => mine.write(`${mine.text}\n\n${known.text}`)}
        />
      )}
      {isWriting ? (
        <PostmortemEditor
          text={mine.text}
          {...{ isUnsaved: mine.isUnsaved, isDraft: known.isDraft, isBusy, maySave: !mine.isBehind }}
          onWrite={mine.write}
          onSave={() => void save()}
          onForget={discard}
        />
      ) : (
        <div className="rounded-lg border border-line bg-panel p-4 print:border-0 print:p-0">
          {mine.text !== initial.text && Body ? <Body text={mine.text} /> : children}
        </div>
      )}
      {discarded !== null && !mine.isUnsaved && (
        <p role="status" className="flex items-center gap-3 text-dim text-sm">
          Your changes were discarded.
          <Button onClick={() => mine.write(discarded)}>Bring them back</Button>
        </p>
      )}
    </div>
  );
}
