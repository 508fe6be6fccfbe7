import { Mark } from './mark';
import { type Tone, toneText, toneWord } from './tone';

/** Shape, word and colour of one tone. `word` replaces the usual word. */
export function Status({ tone, word }: { tone: Tone; word?: string }) {
  const weight = tone === 'disabled' ? 'font-medium' : 'font-semibold';
  return (
    <span className={`inline-flex items-center gap-2 whitespace-nowrap ${weight} ${toneText[tone]}`}>
      <Mark tone={tone} />
      {word ?? toneWord[tone]}
    </span>
  );
}
