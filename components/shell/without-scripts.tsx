import { Banner } from '../ui/banner';

/** What a page says to a browser that runs no scripts: what it cannot do, and where to follow instead. */
export function WithoutScripts({ number }: { number?: string }) {
  return (
    <noscript>
      <Banner look="warn">
        {number === undefined ? (
          <span>This page does not update without scripts. Open an incident: its follow page does without them.</span>
        ) : (
          <span>
            This page does not update without scripts.{' '}
            <a href={`/follow/${number}`} className="underline">
              Follow {number} on a page that does without them.
            </a>
          </span>
        )}
      </Banner>
    </noscript>
  );
}
