import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';

const matrixRows = Array.from({ length: 9 }, (_, index) => index);
const sideRows = Array.from({ length: 5 }, (_, index) => index);

/** The situation page before its data: same places, same sizes. */
export function SituationSkeleton() {
  return (
    <div className="grid content-start gap-4 px-4 py-4 sm:px-5 lg:grid-cols-[minmax(0,1fr)_16rem]">
      <p className="sr-only" role="status">
        Loading the situation
      </p>
      <div className="grid gap-4 lg:col-span-2">
        <div className="grid gap-2 py-1">
          <Skeleton className="h-7 w-3/4" />
          <Skeleton className="h-4 w-2/5" />
        </div>
        <Skeleton className="h-12 w-full" />
      </div>
      <Panel title="Degradation matrix">
        <div className="grid gap-4.5 p-3.5">
          {matrixRows.map((row) => (
            <Skeleton key={row} className="h-4.5 w-full" />
          ))}
        </div>
      </Panel>
      <Panel title="User functions">
        <div className="grid gap-3 p-3.5">
          {sideRows.map((row) => (
            <Skeleton key={row} className="h-4 w-full" />
          ))}
        </div>
      </Panel>
    </div>
  );
}
