import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  isPictureId,
  sizes,
  UploadsUnavailable,
  type KeptPicture,
  type PictureSize,
  type Uploads,
} from '../uploads.ts';

const fullName = /^([0-9a-f]{64})-full\.webp$/;

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Written beside its place and moved there when it is whole and on the disk. */
async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Pictures as files, `<folder>/<board>/<id>-<size>.webp`; for one node beside its SQLite ledger. */
export class FileUploads implements Uploads {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async keep(board: string, id: string, pictures: Record<PictureSize, Uint8Array>): Promise<void> {
    const folder = join(this.#folder, board);
    try {
      await mkdir(folder, { recursive: true });
      for (const size of sizes)
        await writeDurably(join(folder, `${id}-${size}.webp`), pictures[size]);
      await syncFolder(folder);
    } catch (error) {
      throw new UploadsUnavailable('the folder of uploads takes nothing', error);
    }
  }

  async find(board: string, id: string, size: PictureSize): Promise<Buffer | undefined> {
    if (!isPictureId(id)) return undefined;
    try {
      return await readFile(join(this.#folder, board, `${id}-${size}.webp`));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw new UploadsUnavailable('the folder of uploads cannot be read', error);
    }
  }

  async list(board: string): Promise<KeptPicture[]> {
    const folder = join(this.#folder, board);
    try {
      const ids = (await readdir(folder)).flatMap((name) => fullName.exec(name)?.[1] ?? []);
      const times = ids.map(async (id) => {
        const { mtimeMs: keptAt } = await stat(join(folder, `${id}-full.webp`));
        return { id, keptAt };
      });
      return await Promise.all(times);
    } catch (error) {
      if (isMissing(error)) return [];
      throw new UploadsUnavailable('the folder of uploads cannot be read', error);
    }
  }

  async remove(board: string, id: string): Promise<void> {
    if (!isPictureId(id)) return;
    try {
      for (const size of sizes)
        await rm(join(this.#folder, board, `${id}-${size}.webp`), { force: true });
    } catch (error) {
      throw new UploadsUnavailable('the folder of uploads takes nothing', error);
    }
  }

  async close(): Promise<void> {}
}
