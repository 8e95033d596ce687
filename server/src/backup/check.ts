import { hash as digest } from 'node:crypto';
import { entrySchema } from '@emulation/shared';
import { z } from 'zod';
import { chainStart } from '../ledger/hash-chain.ts';
import type { StoredEntry } from '../ledger/ledger.ts';
import { findBreak } from '../ledger/verify-chain.ts';
import { ArchiveBroken, unpackParts } from './archive.ts';
import { readAddresses, readPeople } from './beside.ts';
import {
  kindOf,
  manifestSchema,
  peopleName,
  type BackedUpBoard,
  type Manifest,
  type Part,
} from './manifest.ts';

const storedSchema = entrySchema.extend({
  key: z.string().optional(),
  bodyHash: z.string().optional(),
  prev: z.string(),
  hash: z.string(),
});

const ledgerOf = (board: string) => `boards/${board}/ledger`;

/** The entries of one page, exactly as they were written: what was hashed must not be tidied up. */
export function readPage({ name, bytes }: Part): StoredEntry[] {
  const lines = bytes.toString('utf8').split('\n').filter(Boolean);
  return lines.map((line, at) => {
    try {
      const entry: unknown = JSON.parse(line);
      if (storedSchema.safeParse(entry).success) return entry as StoredEntry; // just looked at
    } catch {
      // Told like every other line that is no entry.
    }
    throw new ArchiveBroken(name, `line ${at + 1} is no entry that this version knows`);
  });
}

function readManifest({ name, bytes }: Part): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    throw new ArchiveBroken(name, 'is not the manifest of a backup that this version can read');
  }
}

/** How far the chain of one board has been followed. */
class Chain {
  readonly #plan: BackedUpBoard;
  #seq = 0;
  #hash = chainStart;

  constructor(plan: BackedUpBoard) {
    this.#plan = plan;
  }

  follow(page: readonly StoredEntry[]): void {
    const { board } = this.#plan;
    for (const entry of page) {
      const why =
        entry.board === board
          ? findBreak(entry, this.#seq + 1, this.#hash)?.why
          : `it is of board ${entry.board}`;
      if (why !== undefined)
        throw new ArchiveBroken(ledgerOf(board), `entry ${this.#seq + 1}: ${why}`);
      this.#seq = entry.seq;
      this.#hash = entry.hash;
    }
  }

  end(): void {
    const { board, seq, hash } = this.#plan;
    if (this.#seq === seq && this.#hash === hash) return;
    const why = this.#seq === seq ? 'the last hash is another one' : `it ends at ${this.#seq}`;
    throw new ArchiveBroken(ledgerOf(board), `${why}; the manifest says ${seq}`);
  }
}

function checkBeside(part: Part): void {
  if (part.name === peopleName) readPeople(part);
  else readAddresses(part);
}

function checkPicture(part: Part, id: string, size: string): void {
  if (size === 'full' && digest('sha256', part.bytes) !== id)
    throw new ArchiveBroken(part.name, 'holds another picture than its name says');
}

/**
 * Reads a whole backup: every hash is computed anew, every picture compared with its name.
 * @throws ArchiveBroken with the part and the reason
 */
export async function checkBackup(path: string): Promise<Manifest> {
  let manifest: Manifest | undefined;
  const chains = new Map<string, Chain>();
  let isWhole = false;
  for await (const part of unpackParts(path)) {
    const kind = kindOf(part.name);
    if (kind.kind === 'manifest' && !manifest) {
      manifest = readManifest(part);
      for (const plan of manifest.boards) chains.set(plan.board, new Chain(plan));
    } else if (kind.kind === 'page' && chains.has(kind.board))
      chains.get(kind.board)?.follow(readPage(part));
    else if (kind.kind === 'picture' && chains.has(kind.board))
      checkPicture(part, kind.id, kind.size);
    else if (kind.kind === 'beside') checkBeside(part);
    else if (kind.kind === 'end') isWhole = true;
    else throw new ArchiveBroken(part.name, 'is no part of a backup');
  }
  if (!manifest) throw new ArchiveBroken('archive', 'is no backup: it has no manifest');
  for (const chain of chains.values()) chain.end();
  if (!isWhole) throw new ArchiveBroken('archive', 'was cut off: its end is missing');
  return manifest;
}
