import type { PictureSize } from './uploads.ts';

/** Most pixels that are unpacked: a few kilobytes may unpack to gigabytes. */
export const maxPixels = 50_000_000;
const unpackSeconds = 20;
const quality = 82;
/** The longer edge, in pixels. */
const edges: Record<PictureSize, number> = { full: 2000, small: 640 };

/** Loaded with the first picture. */
async function loadSharp() {
  const { default: sharp } = await import('sharp');
  // One thread for each picture, nothing kept between them: the server has other work.
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp;
}

const signatures: readonly (readonly [type: string, isIt: (bytes: Buffer) => boolean])[] = [
  ['image/jpeg', (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))],
  [
    'image/png',
    (bytes) => bytes.subarray(0, 8).equals(Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])),
  ],
  [
    'image/webp',
    (bytes) =>
      bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  ],
];

/** Types a picture may come in. */
export const pictureTypes: readonly string[] = signatures.map(([type]) => type);

/**
 * A picture, or why it is none: another thing than it is said to be, more pixels than are unpacked,
 * or damaged.
 */
export type ReadPicture =
  | {
      kind: 'picture';
      width: number;
      height: number;
      pictures: Record<PictureSize, Buffer>;
    }
  | { kind: 'refused'; why: 'wrong-content-type' | 'too-large' | 'invalid'; message: string };

type Refused = Extract<ReadPicture, { kind: 'refused' }>;

const refuse = (why: Refused['why'], message: string): Refused => ({
  kind: 'refused',
  why,
  message,
});

function typeOf(bytes: Buffer): string | undefined {
  return signatures.find(([, isIt]) => isIt(bytes))?.[0];
}

/** As the camera held it, at most as large as anybody needs it, and nothing of where or by whom. */
async function encode(bytes: Buffer, size: PictureSize) {
  const edge = edges[size];
  const sharp = await loadSharp();
  return sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error', pages: 1 })
    .timeout({ seconds: unpackSeconds })
    .autoOrient()
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .webp({ quality })
    .toBuffer({ resolveWithObject: true });
}

async function countPixels(bytes: Buffer): Promise<number> {
  const sharp = await loadSharp();
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  return width * height;
}

/**
 * Reads a picture by what it holds, whatever it is called, and makes it anew: what is served is
 * never what somebody sent.
 */
export async function readPicture(bytes: Buffer, declared: string): Promise<ReadPicture> {
  const type = typeOf(bytes);
  if (type === undefined) return refuse('wrong-content-type', 'holds no JPEG, PNG or WebP picture');
  if (type !== declared)
    return refuse('wrong-content-type', `is said to be ${declared}, but holds ${type}`);
  try {
    if ((await countPixels(bytes)) > maxPixels)
      return refuse('too-large', `has more than ${maxPixels / 1_000_000} million pixels`);
    const full = await encode(bytes, 'full');
    const small = await encode(bytes, 'small');
    const { width, height } = full.info;
    return { kind: 'picture', width, height, pictures: { full: full.data, small: small.data } };
  } catch {
    // The decoder's words are about its own insides; that it cannot be read is what matters.
    return refuse('invalid', 'is damaged: it cannot be read to its end');
  }
}

/** Width and height of a picture that was made here. */
export async function measurePicture(bytes: Buffer): Promise<{ width: number; height: number }> {
  const sharp = await loadSharp();
  const { width, height } = await sharp(bytes).metadata();
  return { width, height };
}
