import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import type * as Age from 'age-encryption';

const require = createRequire(import.meta.url);
/** Loaded where a key is given; a check of the configuration cannot wait for an import. */
const createEncrypter = () => new (require('age-encryption') as typeof Age).Encrypter();

/** Whether a text is a public key that the age format can encrypt to. */
export function isRecipient(text: string): boolean {
  try {
    createEncrypter().addRecipient(text);
    return true;
  } catch {
    return false; // that it cannot be used is all there is to say
  }
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}

/** In the age format (https://age-encryption.org): only the owner of the private key can read it. */
export async function encryptTo(recipient: string, plain: Readable): Promise<Readable> {
  const encrypter = createEncrypter();
  encrypter.addRecipient(recipient);
  // Node's own types of web streams and those of the browser are two; at run time they are one.
  const stream = Readable.toWeb(plain) as unknown as ReadableStream<Uint8Array<ArrayBuffer>>;
  return Readable.from(chunksOf(await encrypter.encrypt(stream)));
}
