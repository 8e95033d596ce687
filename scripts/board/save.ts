import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Talk } from './command.ts';

/** A file as a body; opened first, so that one that is not there is no broken connection. */
export async function openFile(path: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const file = await open(path, 'r');
  // Node's own types of web streams and those of the browser are two; at run time they are one.
  const stream: unknown = Readable.toWeb(file.createReadStream());
  return stream as ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** The body of an answer, read as it comes. */
export async function* chunksOf(answer: Response): AsyncGenerator<Uint8Array> {
  const reader = answer.body?.getReader();
  if (!reader) return;
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}

/** Writes bytes into a file, which is there only when it is whole. */
export async function writeWhole(
  bytes: AsyncIterable<Uint8Array>,
  path: string,
  ...through: Transform[]
): Promise<void> {
  const draft = `${path}.part`;
  try {
    await pipeline([Readable.from(bytes), ...through, createWriteStream(draft)]);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** An answer into a file, or to standard output. */
export async function save(answer: Response, path: string | undefined, talk: Talk): Promise<void> {
  if (path !== undefined) return writeWhole(chunksOf(answer), path);
  const decoder = new TextDecoder();
  for await (const chunk of chunksOf(answer)) talk.out(decoder.decode(chunk, { stream: true }));
}
