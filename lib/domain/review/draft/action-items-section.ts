import { saidMinute } from '../../kernel/event-words';
import { listOpenSteps } from '../../triage/list-open-steps';
import type { Brevity, DraftSource } from './draft-source';
import { list } from './list-section';
import { bullet, inline } from './markdown-text';
import { readNotes } from './read-notes';

/** Rule R6: bookmarks that did not answer come first; then what people said has to be done, then open steps. */
export function actionItemsSection({ state, events, nowMs }: DraftSource, brevity: Brevity): string {
  const bookmarks = state.incident.brokenBookmarks.map(
    ({ label, url, detail }) => `- [ ] Fix bookmark ${inline(label)}: ${address(url)}, ${inline(detail)}`,
  );
  const actions = readNotes(events, 'action').map(({ text, by }) => {
    const [title = '', ...more] = text.trim().split(/\r\n?|\n/);
    return bullet(`[ ] ${inline(title)} (${inline(by)})`, more.join('\n').trim() || null, brevity.mostTyped);
  });
  const steps = listOpenSteps({ ...state, nowMs, live: [] }).map(({ item, checklist, assignedTo, dueAt }) => {
    const who = assignedTo ? `, ${inline(assignedTo.name)}` : '';
    const due = dueAt ? `, due ${saidMinute(dueAt)}` : '';
    return `- [ ] Open step: ${inline(item.title)} (${inline(checklist.title)}${who}${due})`;
  });
  const none = 'None recorded. Write what has to change, each with an owner and a date.';
  return list([...bookmarks, ...actions, ...steps], brevity, none);
}

/** An address as a link, when it can be nothing else. */
function address(url: string): string {
  return /^https?:\/\/[^\s<>]+$/.test(url) ? `<${url}>` : inline(url);
}
