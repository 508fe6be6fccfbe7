'use client';

import { LinkNotice } from './link-notice';
import { UnsentNotice } from './unsent-notice';
import { VersionNotice } from './version-notice';

/** What concerns the whole page: silence, what is not sent, a new version. Always there, so that changes are spoken. */
export function Notices() {
  return (
    <div role="status" className="no-print flex-none">
      <LinkNotice />
      <UnsentNotice />
      <VersionNotice />
    </div>
  );
}
