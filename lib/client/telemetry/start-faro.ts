import 'client-only';
import {
  ErrorsInstrumentation,
  type ExceptionEvent,
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

/**
 * An error's message and its cause may quote what somebody typed: of an error only its class and its stack go out. An
 * address may name an incident, in a stack frame as well as in the page's own: its number is cut out of everything.
 */
function withoutTypedText(item: TransportItem): TransportItem {
  const meta = { ...item.meta, page: { url: location.origin + location.pathname } };
  const payload = item.type === 'exception' ? withoutWords(item.payload as ExceptionEvent) : item.payload;
  return JSON.parse(JSON.stringify({ ...item, meta, payload }).replace(/INC-\d{4}-\d+/g, 'INC'));
}

function withoutWords({ timestamp, type, stacktrace }: ExceptionEvent): ExceptionEvent {
  return { timestamp, type, value: `${type} (message withheld)`, ...(stacktrace && { stacktrace }) };
}
