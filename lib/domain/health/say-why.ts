import type { TargetSnapshot } from './target-snapshot';

const mostNamed = 4;

/** Why a target calls itself degraded or down, by what it names: "minio down, redis degraded"; '' when it names nothing. */
export function sayWhy({ status, components }: Pick<TargetSnapshot, 'status' | 'components'>): string {
  if (status !== 'degraded' && status !== 'down') return '';
  const broken = (['down', 'degraded'] as const).flatMap((word) =>
    components.filter((component) => component.status === word).map(({ key }) => `${key} ${word}`),
  );
  const rest = broken.length - mostNamed;
  return [...broken.slice(0, mostNamed), ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}
