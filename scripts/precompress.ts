/** Writes `.br` and `.gz` beside the built files that gain by it; the server hands them out as they are. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Pictures and woff2 are compressed already. */
const compressible = /\.(?:html|js|css|svg|json|woff|ttf)$/;
/** Below it an answer is one packet either way. */
const leastBytes = 1024;

const packers = [
  {
    ending: '.br',
    pack: (bytes: Buffer) =>
      promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  },
  { ending: '.gz', pack: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }) },
];

async function packFile(path: string): Promise<void> {
  const bytes = readFileSync(path);
  if (bytes.length < leastBytes) return;
  for (const { ending, pack } of packers) {
    const packed = await pack(bytes);
    if (packed.length < bytes.length * 0.95) writeFileSync(path + ending, packed);
  }
}

/** The folder has just been built: nothing compressed stands in it yet. */
export async function precompress(folder: string): Promise<void> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => compressible.test(name) && !name.startsWith('.'));
  await Promise.all(files.map((name) => packFile(join(folder, name))));
}
