import { Button } from '../ui/button';
import { TextArea } from '../ui/text-area';
import { TextField } from '../ui/text-field';
import { useCopy } from '../ui/use-copy';
import { ChannelPreview } from './channel-preview';
import { audienceWords, wayWords } from './comms-words';
import { type ComposedText, isHeaded } from './composed-update';
import type { ChannelText } from './composer-draft';
import { TextChanges } from './text-changes';

interface ChannelCardProps {
  text: ComposedText;
  headline: string;
  /** What stands there now; null when nothing was said there yet. */
  last: ChannelText | null;
  /** True when the queue takes it there; else a person posts it. */
  isSetUp: boolean;
  onEdit: (text: ChannelText) => void;
  onTakeProposal: () => void;
  onLeaveOut: (isLeftOut: boolean) => void;
}

function Count({ length, most }: { length: number; most: number }) {
  const isOver = length > most;
  return (
    <span className={isOver ? 'font-semibold text-down' : 'text-dim'}>
      {length.toLocaleString('en')} of {most.toLocaleString('en')} characters{isOver ? ': too long' : ''}
    </span>
  );
}

function CopyText({ name, body }: { name: string; body: string }) {
  const { said, copy } = useCopy(body);
  return (
    <Button onClick={() => void copy()} aria-label={`Copy the text for ${name}`}>
      {said || 'Copy'}
    </Button>
  );
}

/** Rule M14: nothing takes the text there. */
function notConnected(way: ComposedText['way']): string {
  return way === 'copy' ? 'Copy the text and post it yourself.' : 'Not connected: copy the text and post it yourself.';
}

/** One channel: who reads it, what will be said, how it will look, and what changes there. */
export function ChannelCard({ text, headline, last, isSetUp, onEdit, onTakeProposal, onLeaveOut }: ChannelCardProps) {
  const { name, way, audience, subject, body, mostCharacters, isEdited, isLeftOut, usedFallback } = text;
  const where = isSetUp ? `Goes to ${wayWords[way]}.` : notConnected(way);
  return (
    <section
      aria-label={name}
      data-channel={text.channel}
      className="grid content-start gap-2.5 rounded-lg border border-line bg-panel p-3.5"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="font-semibold">{name}</h2>
        <label className="ml-auto flex items-center gap-2 text-sm">
          <input type="checkbox" checked={!isLeftOut} onChange={({ target }) => onLeaveOut(!target.checked)} />
          send
        </label>
        <p className="basis-full text-dim text-sm">
          {where} {audienceWords[audience]}
        </p>
      </div>
      {!isLeftOut && (
        <>
          {usedFallback !== undefined && (
            <p className="text-degraded text-sm">The template failed, so these are the plain facts. ({usedFallback})</p>
          )}
          {subject !== null && !isHeaded(text) && (
            <TextField
              label="Subject"
              value={subject}
              maxLength={200}
              onChange={({ target }) => onEdit({ subject: target.value, body })}
            />
          )}
          <TextArea
            label={`Text for ${name}`}
            value={body}
            rows={6}
            aria-invalid={body.length > mostCharacters}
            onChange={({ target }) => onEdit({ subject, body: target.value })}
          />
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <Count length={body.length} most={mostCharacters} />
            <span className="ml-auto flex gap-2">
              {isEdited && <Button onClick={onTakeProposal}>Take the console’s text</Button>}
              <CopyText name={name} body={subject === null ? body : `${subject}\n\n${body}`} />
            </span>
          </div>
          <ChannelPreview {...{ way, name, headline, subject, body }} />
          <TextChanges before={last?.body ?? null} after={body} />
        </>
      )}
    </section>
  );
}
