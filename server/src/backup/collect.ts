import { LedgerUnavailable, type BoardHead, type Ledger } from '../ledger/ledger.ts';
import { sizes, type Uploads } from '../uploads/uploads.ts';
import { besideParts, type Beside } from './beside.ts';
import {
  endName,
  manifestName,
  pageName,
  pictureName,
  type BackedUpBoard,
  type Manifest,
  type Part,
} from './manifest.ts';

const pageEntries = 1_000;

export interface BackupSource {
  ledger: Pick<Ledger, 'heads' | 'readStored'>;
  uploads: Pick<Uploads, 'list' | 'find'>;
  /** What is beside the ledgers: taken where the manifest says so. */
  beside?: Beside;
}

const json = (name: string, value: unknown): Part => ({
  name,
  bytes: Buffer.from(`${JSON.stringify(value)}\n`),
});

async function headWithHash(
  { ledger }: BackupSource,
  { board, epoch, seq }: BoardHead,
): Promise<BackedUpBoard> {
  const [last] = await ledger.readStored(board, seq - 1, 1);
  if (!last) throw turned(board);
  return { board, epoch, seq, hash: last.hash };
}

const turned = (board: string) =>
  new LedgerUnavailable(`board ${board} was restored or removed meanwhile: ask again`);

/** What is backed up: every board as it stands now, or the one that is named. */
export async function planBackup(
  source: BackupSource,
  { at, board, people = false }: { at: string; board?: string | undefined; people?: boolean },
): Promise<Manifest> {
  const heads = await source.ledger.heads();
  const chosen = board === undefined ? heads : heads.filter((head) => head.board === board);
  const boards: BackedUpBoard[] = [];
  for (const head of chosen) boards.push(await headWithHash(source, head));
  return { format: 1, madeAt: at, boards, ...(people && source.beside ? { people } : {}) };
}

async function* pagesOf({ ledger }: BackupSource, plan: BackedUpBoard): AsyncGenerator<Part> {
  const { board, seq, hash } = plan;
  let last = '';
  for (let since = 0; since < seq;) {
    const page = await ledger.readStored(board, since, Math.min(pageEntries, seq - since));
    if (page.length === 0) throw turned(board);
    const text = page.map((entry) => `${JSON.stringify(entry)}\n`).join('');
    yield { name: pageName(board, since + 1), bytes: Buffer.from(text) };
    since = page.at(-1)?.seq ?? seq;
    last = page.at(-1)?.hash ?? last;
  }
  // Rewound while it was read: what was collected is no prefix of anything.
  if (last !== hash) throw turned(board);
}

/**
 * The parts of a backup while the server goes on: the ledger up to the heads of the manifest, and
 * every picture that was kept by then. Sessions are no part of it; people and addresses of webhooks
 * are where the manifest says so, which is for those alone that are encrypted.
 */
export async function* collectBackup(
  source: BackupSource,
  manifest: Manifest,
): AsyncGenerator<Part> {
  yield json(manifestName, manifest);
  let pictures = 0;
  for (const plan of manifest.boards) {
    yield* pagesOf(source, plan);
    for (const { id } of await source.uploads.list(plan.board)) {
      for (const size of sizes) {
        const bytes = await source.uploads.find(plan.board, id, size);
        if (bytes) yield { name: pictureName(plan.board, id, size), bytes };
      }
      pictures++;
    }
  }
  if (manifest.people && source.beside)
    yield* besideParts(
      source.beside,
      manifest.boards.map(({ board }) => board),
    );
  yield json(endName, { boards: manifest.boards.length, pictures });
}
