import type { UpdatePhrases } from './update-phrases';

/** `2026-11-22 03:04 UTC`. */
function time(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

export const english: UpdatePhrases = {
  and: (words) => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`),
  andMore: (count) => `${count} more`,
  time,
  phase: {
    investigating: 'Investigating',
    identified: 'Identified',
    monitoring: 'Monitoring',
    resolved: 'Resolved',
  },
  statuses: {
    ok: 'working',
    degraded: 'slow or failing in part',
    down: 'not working',
    disabled: 'switched off',
    unknown: 'not known',
  },
  headline: {
    total: (platform) => `${platform} is not available`,
    down: (functions) => `${functions} not working`,
    degraded: (functions) => `Problems with ${functions}`,
    possible: (platform) => `Possible problem with ${platform}`,
    unfelt: 'Repair under way, with little or no effect for users',
  },
  total: 'This is a full outage.',
  blind: 'Our checks get no answer at the moment, so we cannot say yet what works.',
  unseen: 'Our own checks show no problem for users at the moment.',
  wellAgain: 'Everything works again.',
  allWorks: 'Everything works.',
  ownUnseen: 'Our own checks do not show this problem at the moment.',
  ownWellAgain: 'Our checks no longer show this problem.',
  works: (functions) => `Working: ${functions}.`,
  unknown: (functions) => `Not known at the moment: ${functions}.`,
  moreTroubles: (count) => (count === 1 ? 'There is 1 more problem.' : `There are ${count} more problems.`),
  doing: {
    investigating: 'We are looking for the cause.',
    identified: 'The cause is known and we are working on it.',
    monitoring: 'We have taken measures and are watching whether they hold.',
    resolved: null,
  },
  since: (when) => `Since ${when}.`,
  began: (when) => `The problem began at ${when}.`,
  nextUpdate: (when) => `Next update by ${when}.`,
  row: (name, status, since) => `${name}: ${status}${since ? ` since ${time(since)}` : ''}`,
  moreRows: (count) => (count === 1 ? 'and 1 more row' : `and ${count} more rows`),
  needs: {
    commander: 'Somebody to take command.',
    cause: 'Somebody who recognises the cause; nobody has yet.',
    commsLead: 'Somebody to look after these updates.',
  },
  notWritten: 'not written down yet',
};
