import type { AccessRole } from '@/lib/domain/access/role';
import { isAllowed } from '@/lib/domain/access/who-may';
import type { PostmortemView } from '@/lib/domain/review/postmortem-view';
import { Button } from '../ui/button';
import { buttonLook } from '../ui/button-look';
import { FinishButton } from './finish-button';

interface PostmortemToolsProps {
  view: PostmortemView;
  role: AccessRole;
  isBusy: boolean;
  isWriting: boolean;
  isUnsaved: boolean;
  mayWrite: boolean;
  onToggle: () => void;
  onFinish: () => void;
}

/** Read or write, take the file along, print, finish. */
export function PostmortemTools({ view, role, isWriting, mayWrite, onToggle, ...finishing }: PostmortemToolsProps) {
  const { number, path, isDraft, savedBy, finishedAt } = view;
  const { isBusy, isUnsaved, onFinish } = finishing;
  const mayFinish = mayWrite && path !== null && finishedAt === null && isAllowed(role, 'review.finish_postmortem');
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      {mayWrite && <Button onClick={onToggle}>{isWriting ? 'Read' : 'Edit'}</Button>}
      <a href={`/api/v1/incidents/${number}/postmortem?format=md`} download className={buttonLook('quiet')}>
        Download .md
      </a>
      <Button onClick={() => window.print()}>Print</Button>
      <span className="text-dim text-sm">
        {isDraft ? 'A draft, written from the record.' : `Saved by ${savedBy ?? 'somebody'}.`}
      </span>
      <span className="sm:ml-auto">
        {mayFinish && (
          <FinishButton
            path={path}
            isBusy={isBusy}
            reasonNot={isUnsaved ? 'Save before you finish it.' : null}
            onFinish={onFinish}
          />
        )}
      </span>
    </div>
  );
}
