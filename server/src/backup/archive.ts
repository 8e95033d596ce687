import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { extract, pack, type Pack } from 'tar-stream';
import type { Part } from './manifest.ts';

/** No part of ours is near it: who sends more sends something else. */
const maxPartBytes = 256 * 1024 * 1024;

function write(archive: Pack, { name, bytes }: Part): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  archive.entry({ name, mtime: new Date(0) }, bytes, (error) =>
    error ? reject(error) : resolve(),
  );
  return promise;
}

/** The parts as one tar, made as fast as it is read. */
export function packParts(parts: AsyncIterable<Part>): Readable {
  const archive = pack();
  const writeAll = async () => {
    for await (const part of parts) await write(archive, part);
    archive.finalize();
  };
  writeAll().catch((error: unknown) =>
    archive.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return Readable.from(archive);
}

/** What is wrong with an archive, by the part in which it is. */
export class ArchiveBroken extends Error {
  readonly path: string;
  constructor(path: string, message: string) {
    super(message);
    this.name = 'ArchiveBroken';
    this.path = path;
  }
}

async function bytesOf(name: string, source: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    const bytes = chunk as Buffer; // a tar entry gives bytes
    size += bytes.length;
    if (size > maxPartBytes) throw new ArchiveBroken(name, 'is larger than any part of a backup');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/**
 * The parts of a tar file, one after the other; of those not `wanted` the bytes are left empty.
 * @throws ArchiveBroken where it is no tar
 */
export async function* unpackParts(
  path: string,
  wanted: (name: string) => boolean = () => true,
): AsyncGenerator<Part> {
  const source = createReadStream(path);
  const archive = extract();
  source.on('error', (error) => archive.destroy(error)).pipe(archive);
  try {
    for await (const entry of archive) {
      const { name } = entry.header;
      if (wanted(name)) yield { name, bytes: await bytesOf(name, entry) };
      else {
        entry.resume();
        yield { name, bytes: Buffer.of() };
      }
    }
  } catch (error) {
    if (error instanceof Error && /tar|header|Unexpected end/i.test(error.message))
      throw new ArchiveBroken('archive', 'is no backup: it cannot be read as a tar to its end');
    throw error;
  } finally {
    source.destroy();
  }
}
