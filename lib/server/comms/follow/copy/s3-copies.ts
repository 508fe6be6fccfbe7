import 'server-only';
import type { S3Client } from '@aws-sdk/client-s3';
import { checkKey } from '../../../evidence/store/check-key';
import type { S3Place } from '../../../evidence/store/s3-store';
import type { CopyStore } from './copy-store';

/** Copies as objects of a bucket. Whether the bucket shows them to everybody is a matter of its own settings. */
export class S3Copies implements CopyStore {
  readonly place: string;
  readonly #at: S3Place;
  #client: Promise<S3Client> | null = null;

  constructor(at: S3Place) {
    this.#at = at;
    this.place = `s3://${[at.bucket, at.prefix].filter(Boolean).join('/')}`;
  }

  async write(key: string, text: string, type: string): Promise<void> {
    const { PutObjectCommand } = await import('@aws-sdk/client-s3');
    const object = { ...this.#object(key), Body: text, ContentType: type, CacheControl: 'no-cache' };
    await (await this.#connected()).send(new PutObjectCommand(object));
  }

  async remove(key: string): Promise<void> {
    const { DeleteObjectCommand } = await import('@aws-sdk/client-s3');
    await (await this.#connected()).send(new DeleteObjectCommand(this.#object(key)));
  }

  #object(key: string): { Bucket: string; Key: string } {
    const { bucket, prefix } = this.#at;
    return { Bucket: bucket, Key: prefix ? `${prefix}/${checkKey(key)}` : checkKey(key) };
  }

  #connected(): Promise<S3Client> {
    this.#client ??= this.#at.connect();
    return this.#client;
  }
}
