import type { StoredEntry } from '../ledger/ledger.ts';
import type { Uploads } from '../uploads/uploads.ts';
import { unpackParts } from './archive.ts';
import { adoptBeside, type Beside } from './beside.ts';
import { readPage } from './check.ts';
import { kindOf, type Manifest } from './manifest.ts';

export interface RestoreTarget {
  boards: {
    adoptBoard(board: string, pages: AsyncIterable<readonly StoredEntry[]>): Promise<void>;
  };
  uploads: Pick<Uploads, 'keep'>;
  beside?: Beside;
}

async function* pagesIn(path: string, board: string): AsyncGenerator<StoredEntry[]> {
  const isOwn = (name: string) => {
    const kind = kindOf(name);
    return kind.kind === 'page' && kind.board === board;
  };
  for await (const part of unpackParts(path, isOwn)) if (isOwn(part.name)) yield readPage(part);
}

/** Pictures come in pairs, the full one first. */
async function keepPictures(path: string, chosen: ReadonlySet<string>, { uploads }: RestoreTarget) {
  let full: { id: string; bytes: Buffer } | undefined;
  const isPicture = (name: string) => {
    const kind = kindOf(name);
    return kind.kind === 'picture' && chosen.has(kind.board);
  };
  for await (const { name, bytes } of unpackParts(path, isPicture)) {
    const kind = kindOf(name);
    if (kind.kind !== 'picture' || !chosen.has(kind.board)) continue;
    if (kind.size === 'full') full = { id: kind.id, bytes };
    else if (full?.id === kind.id)
      await uploads.keep(kind.board, kind.id, { full: full.bytes, small: bytes });
  }
}

async function keepBeside(path: string, beside: Beside): Promise<void> {
  const isBeside = (name: string) => kindOf(name).kind === 'beside';
  for await (const part of unpackParts(path, isBeside))
    if (isBeside(part.name)) await adoptBeside(beside, part);
}

/**
 * Puts boards of a backup that was checked in the place of those of the same name: pictures first,
 * so that nothing is shown that is not there. Boards that it does not hold stay as they are.
 */
export async function restoreBackup(
  path: string,
  manifest: Manifest,
  target: RestoreTarget,
): Promise<void> {
  const names = manifest.boards.map(({ board }) => board);
  await keepPictures(path, new Set(names), target);
  // People before their roles.
  if (manifest.people && target.beside) await keepBeside(path, target.beside);
  for (const board of names) await target.boards.adoptBoard(board, pagesIn(path, board));
}
