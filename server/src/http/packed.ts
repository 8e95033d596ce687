import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** A text as its reader takes it: what is made for each visit is packed quickly rather than small. */
export async function packText(
  text: string,
  accepts: string | undefined,
): Promise<{ body: Buffer; encoding?: 'br' | 'gzip' }> {
  const taken = (accepts ?? '').split(',').map((part) => part.trim().split(';')[0]);
  const bytes = Buffer.from(text);
  if (taken.includes('br'))
    return { body: await promisify(brotliCompress)(bytes, quick), encoding: 'br' };
  if (taken.includes('gzip')) return { body: await promisify(gzip)(bytes), encoding: 'gzip' };
  return { body: bytes };
}
