import 'server-only';
import type { Target } from '@/lib/domain/catalogue/catalogue';
import { getCatalogue } from '../catalogue/get-catalogue';
import { env } from '../env';

/** A target as the poller knows it. */
export interface PolledTarget extends Target {
  self?: boolean;
}

/** Everything that is polled: HEALTH_TARGETS or the catalogue's targets, and always this console itself. */
export function polledTargets(): PolledTarget[] {
  const given: PolledTarget[] = env().HEALTH_TARGETS ?? getCatalogue().targets;
  if (given.some((target) => target.id === 'console')) return given;
  const url = `http://127.0.0.1:${env().PORT}/api/v1/health/deep`;
  return [...given, { id: 'console', name: 'This console', url, self: true }];
}
