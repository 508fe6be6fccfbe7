import { describeEvent } from '@/lib/domain/describe-event';
import { Time } from '../ui/time';
import { type Entry, textOf } from './entry';
import { WrittenText } from './written-text';

const leadLook = 'font-semibold text-accent';

/** "Camille Roux took command from …". What the console itself recorded names nobody. */
export function EntryWords({ entry }: { entry: Entry }) {
  const { event } = entry;
  const { lead, rest, detail } = describeEvent(event);
  const name = event.actor.kind === 'system' ? '' : event.actor.name;
  const written = textOf(entry) ?? detail;
  if (event.type === 'timeline.note_added') {
    return (
      <div>
        <span className="font-semibold">{name}</span> {lead && <strong className={leadLook}>{lead}</strong>}{' '}
        {written && <WrittenText text={written} className="follows" />}
      </div>
    );
  }
  return (
    <>
      <p>
        {name && <span>{name} </span>}
        <strong className="font-semibold">{lead}</strong>
        {rest}
      </p>
      {written && <WrittenText text={written} className="text-dim" />}
    </>
  );
}

/** Who corrected the words, with the first ones on demand. */
export function Corrected({ entry: { event, correction } }: { entry: Entry }) {
  if (!correction || event.type !== 'timeline.note_added') return null;
  return (
    <details className="text-faint text-sm">
      <summary className="w-fit rounded-sm pointer-coarse:py-2">
        corrected by {correction.actor.name} at <Time iso={correction.occurredAt} zone />
      </summary>
      <p className="whitespace-pre-wrap border-line border-l-2 pl-2.5">{event.data.text}</p>
    </details>
  );
}

/** What people added to an entry later, oldest first. */
export function Annotations({ entry: { annotations } }: { entry: Entry }) {
  if (annotations.length === 0) return null;
  return (
    <ul className="mt-1 grid gap-1 border-edge border-l-2 pl-2.5">
      {annotations.map((annotation) => (
        <li key={annotation.seq}>
          <p className="text-faint text-sm">
            {annotation.actor.name} added at <Time iso={annotation.occurredAt} zone />
          </p>
          {annotation.type === 'timeline.entry_annotated' && (
            <WrittenText text={annotation.data.text} className="text-dim" />
          )}
        </li>
      ))}
    </ul>
  );
}
