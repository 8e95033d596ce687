import type { Entry } from '@emulation/shared';
import { adoptedRow, assertAdopted } from '../adopted.ts';
import { assertKeysDiffer, decodeEntry, encodeDraft } from '../encoded-draft.ts';
import { appendedEntries, type EncodedDraft } from '../encoded-draft.ts';
import { chainStart } from '../hash-chain.ts';
import type {
  AppendOutcome,
  AppendRequest,
  BoardHead,
  Draft,
  StoredEntry,
  StoredSnapshot,
} from '../ledger.ts';
import type { RewindChange } from '../rewind.ts';
import { placeDrafts, type ChainHead, type KeyHolder, type PlacedRow } from '../placement.ts';

interface MemoryRow extends PlacedRow {
  epoch: string;
}

/** One board's entries, as texts: what a caller does to an answer cannot reach them. */
export class MemoryBoard {
  #head: ChainHead;
  #rows: MemoryRow[] = [];
  readonly #keys = new Map<string, KeyHolder>();
  #snapshot: StoredSnapshot | undefined;

  constructor(board: string, epoch: string, draft?: Draft) {
    this.#head = { board, epoch, seq: 0, hash: chainStart };
    if (draft) this.#place([encodeDraft(draft)], 'skip');
  }

  static async adopt(
    board: string,
    epoch: string,
    pages: AsyncIterable<readonly StoredEntry[]>,
  ): Promise<MemoryBoard> {
    const adopted = new MemoryBoard(board, epoch);
    for await (const page of pages) for (const entry of page) adopted.#adopt(adoptedRow(entry));
    assertAdopted(adopted.#rows.length);
    return adopted;
  }

  get head(): BoardHead {
    const { board, epoch, seq } = this.#head;
    return { board, epoch, seq };
  }

  append({ drafts, onRepeat }: AppendRequest): AppendOutcome {
    const encoded = drafts.map(encodeDraft);
    if (onRepeat === 'refuse') assertKeysDiffer(encoded);
    return this.#place(encoded, onRepeat);
  }

  #adopt(row: MemoryRow): void {
    this.#rows.push(row);
    if (row.key !== null) this.#keys.set(row.key, row);
    this.#head = { ...this.#head, seq: row.seq, hash: row.hash };
  }

  #place(drafts: EncodedDraft[], onRepeat: AppendRequest['onRepeat']): AppendOutcome {
    const { board, epoch, seq } = this.#head;
    const placed = placeDrafts(this.#head, drafts, onRepeat, (key) => this.#keys.get(key));
    if (placed.kind === 'repeated') return { ...placed, epoch };
    if (placed.kind === 'key-conflict') return placed;
    for (const row of placed.rows) {
      this.#rows.push({ ...row, epoch });
      if (row.key !== null) this.#keys.set(row.key, row);
    }
    this.#head = placed.head;
    const { skipped } = placed;
    const entries = appendedEntries(drafts, { board, epoch, first: seq + 1, skipped });
    return { kind: 'appended', epoch, entries, repeated: skipped.length };
  }

  read(since: number, limit: number): Entry[] {
    return this.readStored(since, limit).map(({ board, epoch, seq, at, actor, fact }) => {
      return { board, epoch, seq, at, actor, fact };
    });
  }

  readStored(since: number, limit: number): StoredEntry[] {
    return this.#rows.slice(since, since + limit).map((row) => {
      const { seq, epoch, at, actor, key, bodyHash, hash, fact } = row;
      const prev = this.#rows[seq - 2]?.hash ?? chainStart;
      const line = [seq, epoch, at, actor, key, bodyHash, hash] as const;
      return decodeEntry(this.#head.board, [...line], fact, prev);
    });
  }

  findKeys(keys: readonly string[]): Map<string, number> {
    return new Map(
      keys.flatMap((key) => {
        const holder = this.#keys.get(key);
        return holder ? [[key, holder.seq] as const] : [];
      }),
    );
  }

  rewind(change: RewindChange): boolean {
    if (change.epoch !== this.#head.epoch) return false;
    for (const { key } of this.#rows.slice(change.toSeq)) if (key !== null) this.#keys.delete(key);
    this.#rows = this.#rows.slice(0, change.toSeq);
    const hash = this.#rows.at(-1)?.hash ?? chainStart;
    this.#head = { ...this.#head, epoch: change.newEpoch, seq: change.toSeq, hash };
    this.#snapshot = undefined;
    return true;
  }

  saveSnapshot(snapshot: StoredSnapshot): void {
    const { epoch, seq } = this.#head;
    if (snapshot.epoch !== epoch || snapshot.seq > seq) return;
    this.#snapshot = { ...snapshot, bytes: new Uint8Array(snapshot.bytes) };
  }

  loadSnapshot(): StoredSnapshot | undefined {
    return this.#snapshot && { ...this.#snapshot, bytes: new Uint8Array(this.#snapshot.bytes) };
  }
}
