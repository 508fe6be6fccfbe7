import type { Page } from '@playwright/test';

/**
 * Waits in the page, not through the browser's remote control, so that no time is lost on the way: answers when an
 * element first matched, epoch milliseconds by this machine's clock. Call it before what makes the element appear.
 */
export async function watchFor(page: Page, selector: string, text = ''): Promise<() => Promise<number>> {
  await page.evaluate(
    ([wanted, words]) => {
      const isThere = () =>
        [...document.querySelectorAll(wanted)].some((one) => one.textContent?.includes(words) ?? false);
      const seen = new Promise<number>((resolve) => {
        const look = () => {
          if (!isThere()) return;
          observer.disconnect();
          resolve(Date.now());
        };
        const observer = new MutationObserver(look);
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        look();
      });
      Object.assign(window, { benchSeen: seen });
    },
    [selector, text] as const,
  );
  return () => page.evaluate(() => (window as unknown as { benchSeen: Promise<number> }).benchSeen);
}

/** Waits until the page shows it, at most `timeoutMs`. */
export async function untilShown(page: Page, selector: string, timeoutMs = 30_000): Promise<void> {
  await page.waitForSelector(selector, { timeout: timeoutMs, state: 'attached' });
}

/** Waits until the header says that the page hears the console. */
export async function untilLive(page: Page, timeoutMs = 30_000): Promise<void> {
  await page
    .getByRole('banner')
    .getByText(/^Live, \d/)
    .waitFor({ timeout: timeoutMs });
}
