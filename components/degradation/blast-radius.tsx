import type { Service, UserFunction } from '@/lib/domain/catalogue/catalogue';
import { Status } from '../ui/status';
import { AssumedMark } from './assumed-mark';
import { DetailSection } from './detail-section';
import { isAssumed } from './is-assumed';

interface BlastRadiusProps {
  service: Service;
  functions: UserFunction[];
  assumed: string[];
}

function Level({ level, service, functions, assumed }: BlastRadiusProps & { level: 'degraded' | 'down' }) {
  const { users, functions: felt } = service[level];
  const names = (how: 'degraded' | 'down') => functions.filter(({ id }) => felt[id] === how).map(({ name }) => name);
  const words = [
    ...names('down').map((name) => `${name} down`),
    ...names('degraded').map((name) => `${name} degraded`),
  ];
  return (
    <div className="grid gap-0.5">
      <dt>
        <Status tone={level} word={level === 'down' ? 'When down' : 'When degraded'} />
      </dt>
      <dd>
        {users}
        {isAssumed(assumed, `${level}.users`) && <AssumedMark />}
      </dd>
      <dd className="text-dim text-sm">
        {words.length > 0 ? words.join(', ') : 'No user function breaks.'}
        {isAssumed(assumed, `${level}.functions`) && <AssumedMark />}
      </dd>
    </div>
  );
}

/** What users feel at each level, and which functions break how far. */
export function BlastRadius(props: BlastRadiusProps) {
  return (
    <DetailSection title="What users feel">
      <dl className="grid gap-2.5">
        <Level level="degraded" {...props} />
        <Level level="down" {...props} />
      </dl>
    </DetailSection>
  );
}
