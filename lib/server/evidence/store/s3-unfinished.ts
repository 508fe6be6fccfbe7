import 'server-only';
import type { S3Client } from '@aws-sdk/client-s3';

interface Place {
  bucket: string;
  prefix: string;
}

/**
 * Ends the multipart uploads of this place that began before `before`; their parts cost room. Answers how many. A server
 * that cannot list them has to be told to drop them by itself.
 */
export async function abortUnfinished(client: S3Client, place: Place, before: Date): Promise<number> {
  try {
    return await abortAll(client, place, before);
  } catch (error) {
    if (error instanceof Error && error.name === 'NotImplemented') return 0;
    throw error;
  }
}

async function abortAll(client: S3Client, { bucket, prefix }: Place, before: Date): Promise<number> {
  const { AbortMultipartUploadCommand, ListMultipartUploadsCommand } = await import('@aws-sdk/client-s3');
  const question = { Bucket: bucket, ...(prefix && { Prefix: `${prefix}/` }) };
  let count = 0;
  let next: { KeyMarker?: string; UploadIdMarker?: string } | null = {};
  while (next) {
    const page: Awaited<ReturnType<typeof ask>> = await ask(next);
    for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
      if (!Key || !UploadId || !Initiated || Initiated >= before) continue;
      await client.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId }));
      count += 1;
    }
    next = page.IsTruncated
      ? { KeyMarker: page.NextKeyMarker ?? '', UploadIdMarker: page.NextUploadIdMarker ?? '' }
      : null;
  }
  return count;

  function ask(marker: object) {
    return client.send(new ListMultipartUploadsCommand({ ...question, ...marker }));
  }
}
