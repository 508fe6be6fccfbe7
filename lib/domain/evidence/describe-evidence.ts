import { type EventWords, say } from '../kernel/event-words';
import { sayDoubt } from './doubt';
import type { EvidenceEvent, SecretCount } from './events';

/** Every fact about evidence; exhaustive. */
export function describeEvidence(event: EvidenceEvent): EventWords {
  switch (event.type) {
    case 'evidence.captured': {
      const { name, sizeBytes, isLate, doubt } = event.data;
      const late = isLate ? ', after it was over' : '';
      if (doubt)
        return say(
          'tried to save evidence',
          `: ${shown(name)} (${saidSize(sizeBytes)})${late} ${sayDoubt(doubt)}. Kept, not taken as evidence`,
          { tone: 'loud' },
        );
      return say('saved evidence', ` ${shown(name)} (${saidSize(sizeBytes)})${late}`, { tone: 'good' });
    }
    case 'evidence.scanned':
      return say('Looked through', ` ${shown(event.data.name)}: ${saidSecrets(event.data.secrets)}`);
    case 'evidence.viewed':
      return say('viewed', ` ${shown(event.data.name)}`);
    case 'evidence.downloaded':
      return say('downloaded', ` ${shown(event.data.name)}`);
    case 'evidence.exported':
      return say('exported the record', event.data.withOriginals ? ' with all originals' : ' with masked evidence');
    case 'evidence.unmasked':
      return say('unmasked', ` ${shown(event.data.name)}`, { detail: event.data.reason, tone: 'decision' });
    case 'evidence.accepted':
      return say('took it as evidence all the same', `: ${shown(event.data.name)}`, { tone: 'decision' });
    case 'evidence.unanswered': {
      const { recipe, source, name } = event.data;
      return say(`recorded that ${source} does not answer`, `: no ${recipe.title}; the attempt is ${shown(name)}`, {
        tone: 'decision',
      });
    }
    case 'evidence.waived': {
      const titles = event.data.recipes.map(({ title }) => title).join('; ');
      return say('went on without evidence', `: ${titles}`, { detail: event.data.reason, tone: 'loud' });
    }
  }
}

/** Rule E6: facts about who had a file in hand. The custody list tells them; a timeline would drown in them. */
export function isCustody(type: string): boolean {
  return custody.has(type);
}

const custody = new Set(['evidence.scanned', 'evidence.viewed', 'evidence.downloaded', 'evidence.exported']);

/** `1.5 MB`: decimal, as disks are sold and curl counts. */
export function saidSize(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB'];
  let [size, unit] = [bytes, 0];
  while (size >= 999.5 && unit < units.length - 1) [size, unit] = [size / 1_000, unit + 1];
  return `${unit === 0 || size >= 99.5 ? Math.round(size) : Number(size.toFixed(1))} ${units[unit]}`;
}

/** What was found, in words: `2 passwords, 1 private key`. */
export function saidSecrets(secrets: readonly SecretCount[]): string {
  if (secrets.length === 0) return 'nothing that looks like a secret';
  return `${secrets.map(({ kind, count }) => `${kind} × ${count}`).join(', ')}, masked`;
}

// A name may hold whatever a sender wrote: controls and marks that turn the text around are made visible.
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const longestName = 120;

/** Rule E4: a file's name as it can be shown: what cannot be seen, or would turn the text around, is spelt out. */
export function shown(name: string): string {
  const visible = name.replace(invisible, (mark) => `\\u{${mark.codePointAt(0)?.toString(16)}}`);
  const characters = Array.from(visible);
  return characters.length > longestName ? `${characters.slice(0, longestName - 1).join('')}…` : visible;
}
