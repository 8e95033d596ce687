import { maxPictureBytes } from '@emulation/shared';

export interface PictureLimits {
  /** Pixels of the longer side. */
  edge: number;
  smallEnoughBytes: number;
}

/** More than is kept of any picture, and little enough for a phone's network. */
const usual: PictureLimits = { edge: 2400, smallEnoughBytes: 1_500_000 };
const quality = 0.88;

export const pictureTypes: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];

export type Prepared = { kind: 'ready'; picture: Blob } | { kind: 'too-large' | 'wrong-type' };

async function shrink(file: Blob, edge: number): Promise<Blob | undefined> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, edge / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const small = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/webp', quality),
  );
  return small ?? undefined;
}

/**
 * A picture as it goes out: a camera's is made smaller on the device, so that it gets through a poor
 * network; one that this browser cannot read goes as it is, for the server to judge.
 */
export async function preparePicture(
  file: File,
  { edge, smallEnoughBytes }: PictureLimits = usual,
): Promise<Prepared> {
  if (!pictureTypes.includes(file.type)) return { kind: 'wrong-type' };
  if (file.size <= smallEnoughBytes) return { kind: 'ready', picture: file };
  const small = await shrink(file, edge).catch(() => undefined);
  // A browser without WebP answers with PNG, which may be larger than what was chosen.
  const picture = small && small.size < file.size ? small : file;
  return picture.size > maxPictureBytes ? { kind: 'too-large' } : { kind: 'ready', picture };
}
