import type { Matrix } from '@/lib/domain/degradation/matrix';
import { Elapsed } from '../ui/elapsed';
import { utcClock } from '../ui/format-time';
import { Mark } from '../ui/mark';
import { Time } from '../ui/time';
import { toneWord } from '../ui/tone';

interface SituationHeadProps {
  /** As of now; while the page hears nothing, as of when it last did. */
  matrix: Matrix;
  /** Severities, most severe first. */
  ladder: readonly string[];
  nowMs: number;
  /** Since when this page hears nothing, epoch ms; undefined while it does. */
  silentSinceMs?: number | null | undefined;
}

function Since({ iso, nowMs }: { iso: string; nowMs: number }) {
  return (
    <>
      Since <Time iso={iso} nowMs={nowMs} zone /> (<Elapsed iso={iso} nowMs={nowMs} />
      ).{' '}
    </>
  );
}

function Proposal({ proposal }: { proposal: NonNullable<Matrix['proposal']> }) {
  return (
    <>
      The matrix proposes <strong className="font-semibold text-text">{proposal.severity}</strong>: {proposal.because},
      rule {proposal.rule}.
    </>
  );
}

/** Three lines of big letters are too many for a tired eye. */
const isLong = (sentence: string) => sentence.length > 160;

/** Rule N0: a page that hears nothing says so first, and what stood here as of then, as history. */
function SilentHead({ matrix, sinceMs }: { matrix: Matrix; sinceMs: number | null }) {
  const since = sinceMs === null ? '' : ` since ${utcClock(sinceMs, true)} UTC`;
  return (
    <div className="flex items-start gap-3 rounded-lg border border-down border-l-4 bg-down-bg px-3.5 py-3 sm:gap-4">
      <span className="pt-1">
        <Mark tone="unknown" className="size-6 sm:size-6.5" />
        <span className="sr-only">{toneWord.unknown}</span>
      </span>
      <div className="grid gap-1.5">
        <div aria-live="polite" aria-atomic="true">
          <h1 className="font-semibold text-xl leading-tight tracking-tight sm:text-2xl">
            {`This page has heard nothing${since}: what users feel now is not known here.`}
          </h1>
        </div>
        {sinceMs !== null && (
          <p className="text-dim">
            {`As of ${utcClock(sinceMs, true)} UTC: ${matrix.sentence}`}
            {matrix.proposal && ` The matrix then proposed ${matrix.proposal.severity}: ${matrix.proposal.because}.`}
          </p>
        )}
      </div>
    </div>
  );
}

/** The one true sentence about what users feel. It is spoken when it changes; the ticking numbers are not. */
export function SituationHead({ matrix, ladder, nowMs, silentSinceMs }: SituationHeadProps) {
  if (silentSinceMs !== undefined) return <SilentHead matrix={matrix} sinceMs={silentSinceMs} />;
  // What nobody sees may be the worst: blindness with the top severity proposed is as loud as trouble with it.
  const isWorst = matrix.proposal !== null && matrix.proposal.severity === ladder[0];
  return (
    <div
      className={`flex items-start gap-3 sm:gap-4 ${isWorst ? 'rounded-lg border border-down border-l-4 bg-down-bg px-3.5 py-3' : ''}`}
    >
      <span className="pt-1">
        <Mark tone={matrix.overall} className="size-6 sm:size-6.5" />
        <span className="sr-only">{toneWord[matrix.overall]}</span>
      </span>
      <div className="grid gap-1.5">
        <div aria-live="polite" aria-atomic="true">
          <h1
            className={`font-semibold text-xl leading-tight tracking-tight ${isLong(matrix.sentence) ? '' : 'sm:text-2xl'}`}
          >
            {matrix.sentence}
          </h1>
        </div>
        {(matrix.since || matrix.proposal) && (
          <p className="text-dim">
            {matrix.since && <Since iso={matrix.since} nowMs={nowMs} />}
            {matrix.proposal && <Proposal proposal={matrix.proposal} />}
          </p>
        )}
      </div>
    </div>
  );
}
