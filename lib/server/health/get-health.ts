import 'server-only';
import type { HealthView } from '@/lib/domain/health/target-snapshot';
import { healthBoard } from './health-board';

/** The health of every target as this node knows it now; a value's age is the reader's to judge. */
export async function getHealth(): Promise<HealthView> {
  return healthBoard().view();
}
