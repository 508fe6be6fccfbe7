import { Skeleton } from '@/components/ui/skeleton';

const rows = Array.from({ length: 16 }, (_, index) => index);

export default function EvidenceSkeleton() {
  return (
    <div className="mx-auto grid w-full max-w-7xl gap-3 px-4 py-4 sm:px-5">
      <p className="sr-only" role="status">
        Loading the file
      </p>
      <Skeleton className="h-7 w-2/5" />
      <Skeleton className="h-16 w-full" />
      <div className="grid gap-2.5 rounded-lg border border-line bg-panel p-3.5">
        {rows.map((row) => (
          <Skeleton key={row} className="h-3.5 w-full" />
        ))}
      </div>
    </div>
  );
}
