import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';

const rows = Array.from({ length: 6 }, (_, index) => index);

function Rows({ height }: { height: string }) {
  return (
    <div className="grid gap-4 p-3.5">
      {rows.map((row) => (
        <Skeleton key={row} className={`${height} w-full`} />
      ))}
    </div>
  );
}

export default function RecordSkeleton() {
  return (
    <div data-fill className="flex min-h-0 flex-1 flex-col">
      <p className="sr-only" role="status">
        Loading the incident
      </p>
      <div className="flex items-center gap-4 border-line border-b px-4 py-2.5 sm:px-5">
        <Skeleton className="h-6 w-16" />
        <div className="grid flex-1 gap-2">
          <Skeleton className="h-6 w-2/5" />
          <Skeleton className="h-4 w-1/4" />
        </div>
      </div>
      <div className="grid min-h-0 flex-1 gap-3.5 px-4 py-3 sm:px-5 md:max-lg:grid-cols-2 lg:grid-cols-[20rem_minmax(0,1fr)_20rem]">
        <Panel title="Triage">
          <Rows height="h-5" />
        </Panel>
        <Panel title="Timeline">
          <Rows height="h-4" />
        </Panel>
        <Panel title="Live now">
          <Rows height="h-4" />
        </Panel>
      </div>
    </div>
  );
}
