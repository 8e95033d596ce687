import { Readable } from 'node:stream';
import { Encrypter } from 'age-encryption';

/** Whether a text is a public key that the age format can encrypt to. */
export function isRecipient(text: string): boolean {
  try {
    new Encrypter().addRecipient(text);
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
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  // Node's own types of web streams and those of the browser are two; at run time they are one.
  const stream = Readable.toWeb(plain) as unknown as ReadableStream<Uint8Array<ArrayBuffer>>;
  return Readable.from(chunksOf(await encrypter.encrypt(stream)));
}
