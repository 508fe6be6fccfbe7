import { Banner } from '../ui/banner';

/** What a page says to a browser that runs no scripts: that it is of no use, and where to follow instead. */
export function WithoutScripts({ number }: { number: string | null }) {
  return (
    <noscript>
      <Banner look="warn">
        {number === null ? (
          <span>
            This page does not work without scripts. The follow page of an incident does: its address is /follow/ and
            the number of the incident.
          </span>
        ) : (
          <span>
            This page does not work without scripts.{' '}
            <a href={`/follow/${number}`} className="underline">
              Follow {number} on a page that does.
            </a>
          </span>
        )}
      </Banner>
    </noscript>
  );
}
