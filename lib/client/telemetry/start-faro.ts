import 'client-only';
import {
  ErrorsInstrumentation,
  InternalLoggerLevel,
  initializeFaro,
  SessionInstrumentation,
  type TransportItem,
  WebVitalsInstrumentation,
} from '@grafana/faro-web-sdk';
import { setFaro } from './report';

/** Errors, web vitals, tick-to-paint and stream gaps go to `url`; nothing that people typed ever does. */
export function startFaro(url: string, version: string): void {
  setFaro(
    initializeFaro({
      url,
      app: { name: 'incident-console', version },
      instrumentations: [new ErrorsInstrumentation(), new WebVitalsInstrumentation(), new SessionInstrumentation()],
      sessionTracking: { enabled: true, persistent: false },
      dedupe: true,
      // A receiver that does not answer is its own affair, never noise in the console of somebody at work.
      internalLoggerLevel: InternalLoggerLevel.OFF,
      beforeSend: withoutTypedText,
    }),
  );
}

/** An error's message may quote what somebody typed, and an address may name an incident: both are cut away. */
function withoutTypedText(item: TransportItem): TransportItem {
  const meta = { ...item.meta, page: { url: location.origin + pathShape(location.pathname) } };
  if (item.type !== 'exception') return { ...item, meta };
  const payload = item.payload as { type?: string; value?: string };
  return {
    ...item,
    meta,
    payload: { ...payload, value: `${payload.type ?? 'Error'} (message withheld)` },
  } as TransportItem;
}

function pathShape(path: string): string {
  return path.replace(/INC-\d{4}-\d+/g, 'INC');
}
