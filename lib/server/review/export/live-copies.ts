import 'server-only';
import { open } from 'node:fs/promises';
import { maskStream } from '../../evidence/mask';
import { openOriginal } from '../../evidence/open-original';
import { readingCopy } from '../../evidence/reading/reading-copy';
import { database } from '../../kernel/database';
import type { EvidenceCopies } from './evidence-copies';

/** The evidence of this console. What is packed or 16-bit is masked as the text that the viewer shows of it. */
export function liveCopies(): EvidenceCopies {
  return {
    original: ({ evidenceId }) => openOriginal(evidenceId),
    masked: async ({ evidenceId }) => {
      const row = await database().evidenceObject.findUniqueOrThrow({ where: { id: evidenceId } });
      const reading = await readingCopy(row);
      if (reading.state !== 'ready') return null;
      // Opened now: from here on it may be taken away.
      return maskStream((await open(reading.path)).createReadStream());
    },
  };
}
