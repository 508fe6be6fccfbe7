import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';

/** Nothing of the timeline is under this filter; the way out is one click. */
export function NoMatches({ isLoading, onClear }: { isLoading: boolean; onClear: () => void }) {
  if (isLoading) return <EmptyState title="Looking through the earlier entries…" />;
  return (
    <EmptyState title="Nothing in the timeline matches.">
      <Button onClick={onClear}>Show all of it</Button>
    </EmptyState>
  );
}
