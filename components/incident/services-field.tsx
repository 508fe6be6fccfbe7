import type { ReactNode } from 'react';
import type { DeclarableRow } from '@/lib/domain/degradation/propose-declaration';
import { Time } from '../ui/time';

interface ServicesFieldProps {
  services: { id: string; name: string }[];
  /** Those that are not well: they stand open, the others are folded away. */
  rows: DeclarableRow[];
  value: string[];
  nowMs: number;
  onChange: (ids: string[]) => void;
}

interface TickProps {
  name: string;
  isTicked: boolean;
  onFlip: () => void;
  children?: ReactNode;
}

function Tick({ name, isTicked, onFlip, children }: TickProps) {
  return (
    <label className="flex cursor-pointer items-baseline gap-2 pointer-coarse:min-h-10 pointer-coarse:items-center">
      <input
        type="checkbox"
        checked={isTicked}
        onChange={onFlip}
        aria-label={name}
        className="size-4 flex-none translate-y-0.5 accent-accent"
      />
      <span>
        {name}
        {children && <span className="text-dim text-sm"> {children}</span>}
      </span>
    </label>
  );
}

/** Which services it is about: what is in trouble first, each with how it stands and who has it already. */
export function ServicesField({ services, rows, value, nowMs, onChange }: ServicesFieldProps) {
  const flip = (id: string) => onChange(value.includes(id) ? value.filter((other) => other !== id) : [...value, id]);
  const others = services.filter(({ id }) => !rows.some(({ serviceId }) => serviceId === id));
  const chosen = others.filter(({ id }) => value.includes(id)).map(({ name }) => name);
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 font-semibold text-dim text-sm">Services</legend>
      {rows.map(({ serviceId, name, status, since, heldBy }) => (
        <Tick key={serviceId} name={name} isTicked={value.includes(serviceId)} onFlip={() => flip(serviceId)}>
          {status}
          {since && (
            <>
              {' since '}
              <Time iso={since} nowMs={nowMs} zone />
            </>
          )}
          {heldBy && `, in ${heldBy}, open`}
        </Tick>
      ))}
      <details className="rounded-md border border-line px-3 py-2">
        <summary className="rounded-sm">
          {rows.length > 0 ? 'Others ' : 'All is well; name one '}
          <span className="text-dim">{chosen.join(', ')}</span>
        </summary>
        <div className="mt-3 grid gap-x-4 gap-y-2 sm:grid-cols-2">
          {others.map(({ id, name }) => (
            <Tick key={id} name={name} isTicked={value.includes(id)} onFlip={() => flip(id)} />
          ))}
        </div>
      </details>
    </fieldset>
  );
}
