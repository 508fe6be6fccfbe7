import { buttonLook } from '@/components/ui/button-look';
import { PlaceLink } from '@/components/ui/place-link';

interface ListEndProps {
  /** What the address asks for, without the cursor. */
  asked: Record<string, string>;
  isLater: boolean;
  nextCursor: string | null;
}

/** The pages before and after, and the whole list as a file, all for what was asked. */
export function ListEnd({ asked, isLater, nextCursor }: ListEndProps) {
  const address = (path: string, more: Record<string, string>) => {
    const query = new URLSearchParams({ ...asked, ...more }).toString();
    return query ? `${path}?${query}` : path;
  };
  return (
    <nav aria-label="Pages and files" className="flex flex-wrap gap-2 print:hidden">
      {isLater && (
        <PlaceLink href={address('/incidents', {})} className={buttonLook('quiet')}>
          Newest
        </PlaceLink>
      )}
      {nextCursor && (
        <PlaceLink href={address('/incidents', { cursor: nextCursor })} className={buttonLook('quiet')}>
          Older
        </PlaceLink>
      )}
      {(['csv', 'json'] as const).map((format) => (
        <a
          key={format}
          href={address('/api/v1/incidents/export', { format })}
          download
          className={`${buttonLook('bare')} ${format === 'csv' ? 'sm:ml-auto' : ''}`}
        >
          Export {format.toUpperCase()}
        </a>
      ))}
    </nav>
  );
}
