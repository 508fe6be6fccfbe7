import 'server-only';
import { Server, type Upload } from '@tus/server';
import { v7 as uuidv7 } from 'uuid';
import { env } from '../env';
import { database } from '../kernel/database';
import { perProcess } from '../kernel/per-process';
import { type Problem, problems } from '../kernel/problem';
import { finishPieces } from './finish-pieces';
import { readPieces } from './pieces';
import { addingRefusal, readSender, type Sender } from './read-sender';
import { readUploadFacts } from './read-upload-facts';
import { spool } from './spool';
import { tusRefusal } from './tus-refusal';
import { TusStore } from './tus-store';
import { uploadsPath } from './upload-paths';
import { UploadRefused, uploadProblems } from './upload-refused';

/** Resumable uploads by tus 1.0, with who may do what decided anew at every request. */
export function tusServer(): Server {
  return perProcess(
    'tus-server',
    () =>
      new Server({
        path: uploadsPath,
        datastore: new TusStore(spool().pieces),
        maxSize: env().EVIDENCE_MAX_BYTES,
        relativeLocation: true,
        disableTerminationForFinishedUploads: true,
        namingFunction: () => uuidv7(),
        onIncomingRequest: (request, id) => (request.method === 'POST' ? Promise.resolve() : mayTouch(request, id)),
        onUploadCreate: (request, upload) => asRefusal(begin(request, upload)),
        onUploadFinish: async (_, { id }) => {
          await asRefusal(finishPieces(id));
          return {};
        },
      }),
  );
}

/** Checks what is announced and who announces it; answers the metadata as they are kept. */
async function begin(request: Request, { size, metadata }: Upload): Promise<{ metadata: Record<string, string> }> {
  if (size === 0) throw new UploadRefused(uploadProblems.empty);
  const sender = await senderOf(request);
  const number = metadata?.number ?? '';
  refuse(await addingRefusal(sender, number));
  const said = { name: metadata?.name ?? null, recipe: metadata?.recipe ?? null, sha256: metadata?.sha256 ?? null };
  const { name, recipe, sha256 } = await readUploadFacts(number, said);
  const { id: by, name: byName } = sender.actor;
  return { metadata: { number, name, by, byName, ...(recipe && { recipe }), ...(sha256 && { sha256 }) } };
}

/** Only whoever began an upload goes on with it, and only while they still may; to all others it is absent. */
async function mayTouch(request: Request, id: string): Promise<void> {
  await asRefusal(
    (async () => {
      const sender = await senderOf(request);
      const owner = await ownerOf(id);
      if (owner?.by !== sender.actor.id) throw new UploadRefused(problems.notFound);
      refuse(await addingRefusal(sender, owner.number));
      // The server died between the last piece and its capture: now it is made good, before anybody is told of success.
      if (request.method === 'HEAD') await finishPieces(id);
    })(),
  );
}

async function senderOf(request: Request): Promise<Sender> {
  const reading = await readSender(request.method, request.headers);
  if (!reading.ok) throw new UploadRefused(reading.problem);
  return reading.sender;
}

async function ownerOf(id: string): Promise<{ by: string; number: string } | null> {
  const pieces = await readPieces(id);
  if (pieces) return pieces.note.metadata;
  const row = await database().evidenceObject.findUnique({ where: { id }, select: { by: true, incidentNumber: true } });
  return row && { by: (row.by as { id: string }).id, number: row.incidentNumber };
}

function refuse(problem: Problem | null): void {
  if (problem) throw new UploadRefused(problem);
}

/** Our refusals in the library's shape. */
async function asRefusal<T>(act: Promise<T>): Promise<T> {
  try {
    return await act;
  } catch (error) {
    throw error instanceof UploadRefused ? tusRefusal(error.problem) : error;
  }
}
