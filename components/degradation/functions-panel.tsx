import type { FunctionRow } from '@/lib/domain/degradation/matrix';
import { Panel } from '../ui/panel';
import { Status } from '../ui/status';

/** How each thing that users do is doing. */
export function FunctionsPanel({ functions }: { functions: FunctionRow[] }) {
  return (
    <Panel title="User functions">
      <ul className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1.75 px-3.5 py-3">
        {functions.map(({ id, name, status }) => (
          <li key={id} className="col-span-2 grid grid-cols-subgrid items-center">
            <span>{name}</span>
            <Status tone={status} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
