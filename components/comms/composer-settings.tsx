import { type CommsPhase, commsPhases, type Language } from '@/lib/domain/catalogue/comms-guide';
import { phaseWords } from '@/lib/domain/comms/phase-words';
import { Button } from '../ui/button';
import { TextArea } from '../ui/text-area';
import { TextField } from '../ui/text-field';
import { Time } from '../ui/time';
import { languageWords } from './comms-words';

interface ComposerSettingsProps {
  phase: CommsPhase;
  language: Language;
  languages: readonly Language[];
  headline: string;
  doing: string;
  nextUpdateAt: string | null;
  nowMs: number;
  onPhase: (phase: CommsPhase) => void;
  onLanguage: (language: Language) => void;
  onHeadline: (headline: string) => void;
  onDoing: (doing: string) => void;
  onNext: (minutes: number) => void;
}

const offered = [10, 20, 30, 60];

function Choice<Id extends string>(props: {
  label: string;
  value: Id;
  choices: readonly { id: Id; words: string }[];
  onChoose: (id: Id) => void;
}) {
  const { label, value, choices, onChoose } = props;
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 font-semibold text-dim text-sm">{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {choices.map(({ id, words }) => (
          <Button
            key={id}
            look={id === value ? 'go' : 'quiet'}
            aria-pressed={id === value}
            onClick={() => onChoose(id)}
          >
            {words}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

/** What is the same in every channel: where it stands, what is being done, when the next word comes. */
export function ComposerSettings(props: ComposerSettingsProps) {
  const { phase, language, languages, headline, doing, nextUpdateAt, nowMs } = props;
  const inMinutes = nextUpdateAt === null ? 0 : Math.ceil((Date.parse(nextUpdateAt) - nowMs) / 60_000);
  return (
    <section aria-label="The same in every channel" className="grid content-start gap-4">
      <Choice
        label="Where it stands"
        value={phase}
        choices={commsPhases.map((id) => ({ id, words: phaseWords[id] }))}
        onChoose={props.onPhase}
      />
      {languages.length > 1 && (
        <Choice
          label="Language"
          value={language}
          choices={languages.map((id) => ({ id, words: languageWords[id] }))}
          onChoose={props.onLanguage}
        />
      )}
      <TextField
        label="What it is called in public"
        value={headline}
        maxLength={120}
        onChange={({ target }) => props.onHeadline(target.value)}
      />
      <TextArea
        label={phase === 'resolved' ? 'What ended it, in words for users (optional)' : 'What is being done (optional)'}
        value={doing}
        maxLength={500}
        placeholder="In a few plain words; it goes into every text."
        onChange={({ target }) => props.onDoing(target.value)}
      />
      {phase !== 'resolved' && (
        <div className="grid gap-1.5">
          <p className="font-semibold text-dim text-sm" id="next-update">
            Next update promised by{' '}
            {nextUpdateAt && (
              <strong className="text-text">
                <Time iso={nextUpdateAt} nowMs={nowMs} zone /> (
                {inMinutes > 0 ? `in ${inMinutes} min` : 'that has passed'})
              </strong>
            )}
          </p>
          <fieldset aria-labelledby="next-update" className="flex flex-wrap gap-1.5">
            {offered.map((minutes) => (
              <Button key={minutes} onClick={() => props.onNext(minutes)}>
                in {minutes} min
              </Button>
            ))}
          </fieldset>
        </div>
      )}
    </section>
  );
}
