/** A picture is kept twice: as large as anybody needs it, and small for lists. */
export type PictureSize = 'full' | 'small';

export interface KeptPicture {
  id: string;
  keptAt: number;
}

/**
 * Where pictures are kept. A name is the hash of what it names, so nothing is ever changed: to keep
 * the same again only makes it new (`keptAt`). What is kept is durable when `keep` resolves.
 */
export interface Uploads {
  keep(board: string, id: string, pictures: Record<PictureSize, Uint8Array>): Promise<void>;
  /** `undefined` where nothing of that name is kept. `id` is 64 hexadecimal digits. */
  find(board: string, id: string, size: PictureSize): Promise<Buffer | undefined>;
  /** What is kept for a board, and when it was last sent (ms). */
  list(board: string): Promise<KeptPicture[]>;
  /** Does nothing where nothing of that name is kept. */
  remove(board: string, id: string): Promise<void>;
  close(): Promise<void>;
}

/** The store did not take or give it (full, read-only, away); the same may succeed later. */
export class UploadsUnavailable extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'UploadsUnavailable';
  }
}

export const sizes: readonly PictureSize[] = ['full', 'small'];

const idForm = /^[0-9a-f]{64}$/;

/** Ids come from addresses: only what can be one may become a file's name. */
export function isPictureId(id: string): boolean {
  return idForm.test(id);
}
