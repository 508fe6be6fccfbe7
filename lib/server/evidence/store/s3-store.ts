import 'server-only';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import { hashStream } from '../hash-file';
import { checkKey } from './check-key';
import type { ByteRange, EvidenceStore, StoredObject } from './evidence-store';
import { NoSuchObject } from './no-such-object';
import { abortUnfinished } from './s3-unfinished';

const smallestPart = 8 * 1024 * 1024;
const mostParts = 9_000;
const partsAtOnce = 2;

export interface S3Place {
  bucket: string;
  /** Without slashes at its ends; may be empty. */
  prefix: string;
  connect(): Promise<S3Client>;
}

/** Evidence as objects of a bucket. What was put is read back and hashed before it counts as stored. */
export class S3Store implements EvidenceStore {
  readonly #place: S3Place;
  #client: Promise<S3Client> | null = null;

  constructor(place: S3Place) {
    this.#place = place;
  }

  async put(key: string, from: string, sha256: string): Promise<void> {
    const { size } = await stat(from);
    // An earlier try may have got through without its answer coming back.
    if ((await this.stat(key))?.sizeBytes === size && (await this.#hash(key)) === sha256) return;
    const { Upload } = await import('@aws-sdk/lib-storage');
    const partSize = Math.max(smallestPart, Math.ceil(size / mostParts));
    const upload = new Upload({
      client: await this.#connected(),
      params: { ...this.#at(key), Body: createReadStream(from), ContentType: 'application/octet-stream' },
      ...{ partSize, queueSize: partsAtOnce },
    });
    await upload.done();
    if ((await this.#hash(key)) === sha256) return;
    await this.remove(key);
    throw new Error('the object store gave other bytes back');
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    const { GetObjectCommand } = await import('@aws-sdk/client-s3');
    const asked = { ...this.#at(key), ...(range && { Range: `bytes=${range.from}-${range.to}` }) };
    const answer = await this.#orNull(async (client) => client.send(new GetObjectCommand(asked)));
    if (!(answer?.Body instanceof Readable)) throw new NoSuchObject(key);
    return answer.Body;
  }

  async stat(key: string): Promise<{ sizeBytes: number } | null> {
    const { HeadObjectCommand } = await import('@aws-sdk/client-s3');
    const answer = await this.#orNull(async (client) => client.send(new HeadObjectCommand(this.#at(key))));
    return answer && { sizeBytes: answer.ContentLength ?? 0 };
  }

  localPath(): null {
    return null;
  }

  async *list(prefix: string): AsyncIterable<StoredObject> {
    const { paginateListObjectsV2 } = await import('@aws-sdk/client-s3');
    const { bucket, prefix: own } = this.#place;
    const start = own ? `${own}/` : '';
    const pages = paginateListObjectsV2(
      { client: await this.#connected() },
      { Bucket: bucket, Prefix: start + prefix },
    );
    for await (const { Contents = [] } of pages) {
      for (const { Key = '', Size = 0, LastModified = new Date(0) } of Contents) {
        yield { key: Key.slice(start.length), sizeBytes: Size, modifiedAt: LastModified };
      }
    }
  }

  async remove(key: string): Promise<void> {
    const { DeleteObjectCommand } = await import('@aws-sdk/client-s3');
    await (await this.#connected()).send(new DeleteObjectCommand(this.#at(key)));
  }

  async putText(key: string, text: string): Promise<void> {
    const { PutObjectCommand } = await import('@aws-sdk/client-s3');
    const put = new PutObjectCommand({ ...this.#at(key), Body: text, ContentType: 'text/plain; charset=utf-8' });
    await (await this.#connected()).send(put);
  }

  async readText(key: string): Promise<string | null> {
    try {
      return Buffer.concat(await (await this.read(key)).toArray()).toString('utf8');
    } catch (error) {
      if (error instanceof NoSuchObject) return null;
      throw error;
    }
  }

  async removeUnfinished(before: Date): Promise<number> {
    return await abortUnfinished(await this.#connected(), this.#place, before);
  }

  async #hash(key: string): Promise<string> {
    return await hashStream(await this.read(key));
  }

  #at(key: string): { Bucket: string; Key: string } {
    const { bucket, prefix } = this.#place;
    return { Bucket: bucket, Key: prefix ? `${prefix}/${checkKey(key)}` : checkKey(key) };
  }

  #connected(): Promise<S3Client> {
    this.#client ??= this.#place.connect();
    return this.#client;
  }

  async #orNull<T>(ask: (client: S3Client) => Promise<T>): Promise<T | null> {
    const { NotFound, NoSuchKey } = await import('@aws-sdk/client-s3');
    try {
      return await ask(await this.#connected());
    } catch (error) {
      if (error instanceof NotFound || error instanceof NoSuchKey) return null;
      throw error;
    }
  }
}
