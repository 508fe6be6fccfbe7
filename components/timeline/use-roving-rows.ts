'use client';

import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useRef } from 'react';

const rowMenus = '[data-entry-menu], .entry [aria-haspopup="menu"]';

/** Which menu a key leads to from the one in focus. */
function nextOf(menus: HTMLElement[], current: HTMLElement, key: string): HTMLElement | undefined {
  const index = menus.indexOf(current);
  if (index < 0) return undefined;
  if (key === 'ArrowUp' || key === 'k') return menus[Math.max(0, index - 1)];
  if (key === 'ArrowDown' || key === 'j') return menus[Math.min(menus.length - 1, index + 1)];
  if (key === 'Home') return menus[0];
  return key === 'End' ? menus.at(-1) : undefined;
}

/**
 * One stop for Tab among the menus of thousands of rows: the last one, or where the focus was. Arrows walk. Works on the
 * elements themselves, so that no row is drawn anew for it.
 */
export function useRovingRows(area: RefObject<HTMLElement | null>) {
  const stop = useRef<HTMLElement | null>(null);
  const moveTo = useCallback((menu: HTMLElement | undefined) => {
    if (!menu) return;
    if (stop.current && stop.current !== menu) stop.current.tabIndex = -1;
    menu.tabIndex = 0;
    stop.current = menu;
  }, []);

  useLayoutEffect(() => {
    if (stop.current?.isConnected && stop.current.contains(document.activeElement)) return;
    moveTo([...(area.current?.querySelectorAll<HTMLElement>('ol:last-of-type [data-entry-menu]') ?? [])].at(-1));
  });

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      if (!(event.target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!event.target.matches(rowMenus)) return;
      const menus = [...(area.current?.querySelectorAll<HTMLElement>(rowMenus) ?? [])];
      // A menu that was used takes the arrow down for itself: it opens.
      const next = event.defaultPrevented ? undefined : nextOf(menus, event.target, event.key);
      if (!next) return;
      event.preventDefault();
      moveTo(next);
      next.focus();
    },
    [area, moveTo],
  );

  return { onKeyDown };
}
