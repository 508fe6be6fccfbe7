import type { Service } from '../catalogue/catalogue';
import { serviceKey } from './service-key';

/** The service that a health key speaks of; null when no row of the matrix knows it. */
export function serviceOfKey(services: readonly Service[], key: string): string | null {
  const wanted = serviceKey(key);
  return services.find((service) => service.healthKeys.some((known) => serviceKey(known) === wanted))?.id ?? null;
}
