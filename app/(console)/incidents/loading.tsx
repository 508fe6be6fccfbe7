import { Skeleton } from '@/components/ui/skeleton';

const rows = Array.from({ length: 8 }, (_, index) => index);

export default function IncidentsSkeleton() {
  return (
    <div className="grid gap-4 px-4 py-4 sm:px-5">
      <h1 className="font-semibold text-xl tracking-tight">Incidents</h1>
      <p className="sr-only" role="status">
        Loading the incidents
      </p>
      <div className="grid gap-4 rounded-lg border border-line bg-panel p-3.5">
        {rows.map((row) => (
          <Skeleton key={row} className="h-5 w-full" />
        ))}
      </div>
    </div>
  );
}
