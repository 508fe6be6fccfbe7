import { EmptyState } from '@/components/ui/empty-state';
import { PlaceLink } from '@/components/ui/place-link';

const parameterWords: Record<string, string> = {
  q: 'the words',
  status: 'the state',
  severity: 'the severity',
  failureClass: 'the failure class',
  service: 'the service',
  commander: 'the commander',
  from: 'the first day',
  to: 'the last day',
  postmortem: 'the postmortem',
};

interface NothingFoundProps {
  asked: Record<string, string>;
  isLater: boolean;
}

/** Nothing is listed: why, and each way to widen it. */
export function NothingFound({ asked, isLater }: NothingFoundProps) {
  if (isLater) return <EmptyState title="No older incident.">This is the end of the list.</EmptyState>;
  const names = Object.keys(asked).filter((name) => name in parameterWords);
  if (names.length === 0)
    return (
      <EmptyState title="No incident yet.">
        When something breaks, declare it here or from a row of the matrix.
      </EmptyState>
    );
  return (
    <EmptyState title="No incident fits.">
      <p>Every word has to occur in the incident. Look more widely:</p>
      <ul className="flex flex-wrap justify-center gap-x-4 gap-y-1 pt-2">
        {names.map((name) => {
          const rest = Object.entries(asked).filter(([other]) => other !== name);
          const query = new URLSearchParams(rest).toString();
          return (
            <li key={name}>
              <PlaceLink href={query ? `/incidents?${query}` : '/incidents'} className="text-accent underline">
                Leave out {parameterWords[name]} “{asked[name]}”
              </PlaceLink>
            </li>
          );
        })}
      </ul>
    </EmptyState>
  );
}
