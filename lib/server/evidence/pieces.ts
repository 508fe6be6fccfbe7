import 'server-only';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod/mini';
import { isFileProblem } from './is-file-problem';
import { spool } from './spool';

/** What is noted of a file that arrives piece by piece, beside the tus library's own facts. */
const note = z.object({
  size: z.optional(z.number()),
  metadata: z.object({
    number: z.string(),
    name: z.string(),
    recipe: z.optional(z.string()),
    sha256: z.optional(z.string()),
    /** Who began it, by id and name: put there by us, whatever the sender says. */
    by: z.string(),
    byName: z.string(),
  }),
});

export type PiecesNote = z.infer<typeof note>;

export interface Pieces {
  note: PiecesNote;
  path: string;
  notePath: string;
  sizeBytes: number;
  isWhole: boolean;
  modifiedAt: Date;
}

/** An upload that is under way here, or was cut off; null when there is none, or its note was never finished. */
export async function readPieces(id: string): Promise<Pieces | null> {
  const place = path.join(/* turbopackIgnore: true */ spool().pieces, id);
  const notePath = path.join(/* turbopackIgnore: true */ spool().pieces, `${id}.json`);
  try {
    const [text, { size, mtime }] = await Promise.all([readFile(notePath, 'utf8'), stat(place)]);
    const read = note.safeParse(JSON.parse(text));
    if (!read.success) return null;
    return {
      note: read.data,
      path: place,
      notePath,
      sizeBytes: size,
      isWhole: size === read.data.size,
      modifiedAt: mtime,
    };
  } catch (error) {
    if (error instanceof SyntaxError || isFileProblem(error, 'ENOENT')) return null;
    throw error;
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The ids of all uploads that lie here in pieces. */
export async function listPieces(): Promise<string[]> {
  return (await readdir(spool().pieces)).filter((name) => uuid.test(name));
}
