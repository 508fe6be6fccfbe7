import { escapeHtml, page } from './page';
import type { Person } from './people';

function button(one: Person): string {
  const title = one.title ?? (one.groups.length > 0 ? `Groups: ${one.groups.join(', ')}` : 'In no group');
  return `<li><button name="person" value="${escapeHtml(one.id)}"><b>${escapeHtml(one.name)}</b> <span>${escapeHtml(title)}</span></button></li>`;
}

/** The page on which somebody says who they are. */
export function signInPage(people: readonly Person[]): string {
  return page(
    'Sign in as…',
    `<p>This is a local sign-in provider for trying the console. It asks for no password and answers on this computer only.</p>
<form method="post"><ul>${people.map(button).join('')}</ul></form>`,
  );
}

/** Shown when a sign-in was begun too long ago, or in another browser. */
export function expiredPage(consoleOrigin: string): string {
  return page(
    'This sign-in is over',
    `<p>It was begun too long ago, or in another browser. Begin again from the console.</p><form method="get" action="${escapeHtml(consoleOrigin)}/"><button><b>Back to the console</b></button></form>`,
  );
}
