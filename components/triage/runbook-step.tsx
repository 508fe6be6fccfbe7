import type { ReactNode } from 'react';
import type { RunbookItem } from '@/lib/domain/catalogue/runbook';

/** A step as the library shows it; it is ticked on an incident's checklist, not here. */
export function RunbookStep({ item, children }: { item: RunbookItem | undefined; children: ReactNode }) {
  return (
    <li className="step" id={item?.id}>
      <span aria-hidden="true" className={`step-box ${item?.gate ? 'border-degraded' : 'border-edge'}`} />
      <div>
        {children}
        {item?.when && <p className="text-dim text-sm">Needed when: {item.when}</p>}
        {item?.question && <p className="text-dim text-sm">Answers: {item.question.answers.join(', ')}</p>}
        {item?.gate && (
          <p className="text-degraded text-sm">
            Evidence first{item.needs?.length ? `: ${item.needs.join(', ')}` : ''}. Logs before restarts, always.
          </p>
        )}
      </div>
    </li>
  );
}
