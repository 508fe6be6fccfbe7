import type { MatrixRow } from '@/lib/domain/degradation/matrix';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { PlaceLink } from '../ui/place-link';
import { rankLook } from '../ui/rank-look';
import { Status } from '../ui/status';
import { InstanceMarks } from './instance-marks';
import { isQuiet, isTrouble } from './row-heat';
import { type Opener, RowOpener } from './row-opener';
import { RowSince } from './row-since';
import { RunbookName } from './runbook-name';

interface MatrixLineProps {
  row: MatrixRow;
  ladder: string[];
  nowMs: number;
  onDeclare?: ((row: MatrixRow) => void) | undefined;
  /** The open incident that names a service. */
  heldBy?: ((serviceId: string) => string | null) | undefined;
  /** Given: the row opens where it stands. Not given: its name leads to where it does. */
  opener?: Opener | undefined;
}

const grounds: Partial<Record<MatrixRow['status'], string>> = { down: 'bg-down-bg', degraded: 'bg-degraded-bg' };
const cell = 'px-2 py-1.75 align-middle max-md:p-0';
const nothing = <span className="text-faint">–</span>;

/** On a phone a cell that says nothing takes no room. */
function whenPhone(isShown: boolean): string {
  return isShown ? '' : 'max-md:hidden';
}

function Name({ row, opener }: Pick<MatrixLineProps, 'row' | 'opener'>) {
  return (
    <th
      scope="row"
      className={`${cell} pl-3.5 text-left max-md:order-1 ${isQuiet(row) ? 'font-normal' : 'font-semibold'}`}
    >
      <RowOpener serviceId={row.serviceId} name={row.name} opener={opener} />{' '}
      {row.remark && <span className="font-normal text-dim lg:whitespace-nowrap">{row.remark}</span>}
    </th>
  );
}

function Feel({ row }: { row: MatrixRow }) {
  const words = row.users || (isTrouble(row) ? 'not described in the catalogue' : '');
  return (
    <td
      className={`${cell} w-full md:min-w-52 max-md:order-3 max-md:col-span-2 ${whenPhone(words !== '')} ${isTrouble(row) ? '' : 'text-dim'}`}
    >
      {words || nothing}
    </td>
  );
}

function Facts({ row, ladder, nowMs }: Omit<MatrixLineProps, 'onDeclare' | 'heldBy' | 'opener'>) {
  return (
    <>
      <td className={`${cell} mono whitespace-nowrap max-md:order-4 ${whenPhone(!isQuiet(row))}`}>
        <RowSince row={row} nowMs={nowMs} />
      </td>
      <td className={`${cell} max-md:order-5 max-md:justify-self-end ${whenPhone(!isQuiet(row))}`}>
        <InstanceMarks instances={row.instances} />
      </td>
      <td className={`${cell} max-md:order-6 ${whenPhone(row.severity !== null)}`}>
        {row.severity ? <Badge look={rankLook(ladder, row.severity)}>{row.severity}</Badge> : nothing}
      </td>
    </>
  );
}

/** The incident that has the row comes before another one. */
function DeclareWay({ row, number, onDeclare }: { row: MatrixRow; number: string | null; onDeclare: () => void }) {
  if (number === null)
    return (
      <Button className="max-md:w-full" aria-label={`Declare: ${row.name}`} onClick={onDeclare}>
        Declare
      </Button>
    );
  return (
    <div className="grid justify-items-start max-md:flex max-md:justify-between">
      <PlaceLink href={`/incidents/${number}`} className="whitespace-nowrap text-accent text-sm hover:underline">
        in {number}, open
      </PlaceLink>
      <button
        type="button"
        aria-label={`Declare another: ${row.name}`}
        onClick={onDeclare}
        className="rounded-sm text-dim text-xs hover:underline pointer-coarse:py-2.5"
      >
        Declare another
      </button>
    </div>
  );
}

/** The runbook, and where all is not well, the button that declares or the incident that has it. A quiet row has the room of both. */
function Actions({ row, onDeclare, heldBy }: Pick<MatrixLineProps, 'row' | 'onDeclare' | 'heldBy'>) {
  const isOffered = Boolean(onDeclare) && !isQuiet(row);
  const number = heldBy?.(row.serviceId) ?? null;
  const runbook = `max-md:order-7 max-md:justify-self-end ${whenPhone(!isQuiet(row) && Boolean(row.runbook))}`;
  return (
    <>
      <td
        colSpan={onDeclare && !isOffered ? 2 : 1}
        className={`${cell} ${runbook} ${isOffered ? '' : 'whitespace-nowrap pr-3.5'}`}
      >
        {row.runbook ? <RunbookName runbook={row.runbook} /> : nothing}
      </td>
      {isOffered && (
        <td className={`${cell} pr-3.5 max-md:order-8 max-md:col-span-2`}>
          <DeclareWay {...{ row, number }} onDeclare={() => onDeclare?.(row)} />
        </td>
      )}
    </>
  );
}

/** One service: a table row, or a card on a phone. */
export function MatrixLine({ row, ladder, nowMs, onDeclare, heldBy, opener }: MatrixLineProps) {
  return (
    <tr
      data-service={row.serviceId}
      data-status={row.status}
      className={`border-line border-t max-md:grid max-md:grid-cols-[1fr_auto] max-md:items-center max-md:gap-x-3 max-md:gap-y-1.5 max-md:px-3.5 max-md:py-2.5 ${grounds[row.status] ?? ''}`}
    >
      <Name row={row} opener={opener} />
      <td className={`${cell} max-md:order-2 max-md:justify-self-end`}>
        <Status tone={row.status} />
        {row.flapping && <span className="block text-dim text-xs">{row.flapping}</span>}
      </td>
      <Feel row={row} />
      <Facts row={row} ladder={ladder} nowMs={nowMs} />
      <Actions {...{ row, onDeclare, heldBy }} />
    </tr>
  );
}
