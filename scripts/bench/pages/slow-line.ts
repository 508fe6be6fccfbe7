import type { Page } from '@playwright/test';

const KILOBIT = 1024 / 8;
// Lighthouse's "Slow 4G".
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1638.4 * KILOBIT,
  uploadThroughput: 675 * KILOBIT,
};
const CPU_TIMES_SLOWER = 4;

/** From now on this page has a phone's bad line and a quarter of the CPU. */
export async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW_4G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_TIMES_SLOWER });
}
