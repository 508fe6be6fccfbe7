/** Where the picker of failure classes begins. */
export const classesId = 'failure-classes';

/** Leads to the first of the classes, whatever has the focus. */
export function goToClasses(): void {
  document.getElementById(classesId)?.querySelector('button')?.focus();
}
