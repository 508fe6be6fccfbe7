import 'client-only';
import { reportTickToPaint } from './report';

/** Call right before the state changes: measures until the browser has painted the change. */
export function measureTick(): void {
  const startedAt = performance.now();
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      const paintMs = performance.now() - startedAt;
      performance.measure('tick-to-paint', { start: startedAt, duration: paintMs });
      reportTickToPaint(paintMs);
      channel.port1.close();
    };
    channel.port2.postMessage(null);
  });
}
