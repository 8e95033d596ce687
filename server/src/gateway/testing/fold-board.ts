import {
  applyEntry,
  changeOf,
  createBoardState,
  type BoardState,
  type Fact,
  type Happening,
} from '@emulation/shared';
import type { BoardEvent, BoardSource, FollowedBoard } from '../board-source.ts';

/** A board on the real fold without a ledger: entries are folded and told of at once. */
export class FoldBoard implements FollowedBoard {
  state: BoardState;
  get publicState(): BoardState {
    return this.state;
  }
  readonly #tell: (event: BoardEvent) => void;
  readonly #now: () => number;

  constructor(board: string, tell: (event: BoardEvent) => void, now: () => number) {
    this.state = createBoardState(board);
    this.#tell = tell;
    this.#now = now;
  }

  /** Folds facts as one commit; answers with their happenings. */
  commit(...facts: Fact[]): Happening[] {
    const event = this.fold(...facts);
    this.#tell(event);
    return [...event.happenings];
  }

  /** Folds without telling: what a host does just before it tells. */
  fold(...facts: Fact[]): Extract<BoardEvent, { kind: 'applied' }> {
    const from = this.state.seq + 1;
    const epoch = this.state.epoch || 'epoch-1';
    const at = new Date(this.#now()).toISOString();
    const applied = facts.map((fact) => {
      const { board, seq } = this.state;
      return applyEntry(this.state, { board, epoch, seq: seq + 1, at, actor: 'test', fact });
    });
    const change = changeOf(applied);
    const happenings = applied.flatMap((one) => one.happenings);
    const place = { sight: 'public' as const, epoch, from, to: this.state.seq };
    return { kind: 'applied', host: this, ...place, change, happenings };
  }

  post(unit: string, value: number | string, achievedAt?: string): Happening[] {
    return this.commit(this.result(unit, value, achievedAt));
  }

  result(unit: string, value: number | string, achievedAt?: string): Fact {
    const at = achievedAt ?? new Date(this.#now()).toISOString();
    const sector = this.state.units.get(unit)?.sector ?? '';
    const body = { unit, metric: 'speed', value: String(value), achievedAt: at, sector };
    return { type: 'result.posted', ...body };
  }

  /** The board as after a restore: other facts in a new epoch. */
  replace(epoch: string, ...facts: Fact[]): void {
    this.state = createBoardState(this.state.board);
    this.state.epoch = epoch;
    this.fold(...facts);
    this.#tell({ kind: 'replaced', host: this, sight: 'public' });
  }
}

/** Every board of a node, for a gateway under test. */
export class FoldBoards implements BoardSource {
  readonly #boards = new Map<string, FoldBoard>();
  readonly #listeners = new Set<(event: BoardEvent) => void>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  get(board: string): FoldBoard | undefined {
    return this.#boards.get(board);
  }

  onEvent(listener: (event: BoardEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  readonly tell = (event: BoardEvent): void => {
    for (const listener of this.#listeners) {
      listener(event);
      // Nothing is hidden here: stewards are told the same.
      if (event.kind !== 'removed') listener({ ...event, sight: 'full' });
    }
  };

  /** Opens a board with sector `hall`, metric `speed` and units `u1`, `u2`, … */
  open(board: string, options: Partial<BoardOptions> = {}): FoldBoard {
    const opened = new FoldBoard(board, this.tell, this.#now);
    this.#boards.set(board, opened);
    opened.commit(...openingFacts(board, options));
    return opened;
  }

  remove(board: string): void {
    this.#boards.delete(board);
    this.tell({ kind: 'removed', board });
  }
}

export interface BoardOptions {
  units: number;
  timeZone: string;
  visibility: 'public' | 'private';
}

export function openingFacts(board: string, options: Partial<BoardOptions> = {}): Fact[] {
  const { units = 3, timeZone = 'Europe/Paris', visibility = 'public' } = options;
  return [
    { type: 'board.opened', name: board, timeZone, visibility },
    { type: 'sector.put', id: 'hall', name: 'Hall' },
    {
      type: 'metric.put',
      id: 'speed',
      name: 'Speed',
      unitOfMeasure: 'km/h',
      direction: 'higher',
      decimals: 0,
      aggregate: 'best',
      recordsPer: 'instant',
    },
    ...Array.from({ length: units }, (_, at): Fact => {
      return { type: 'unit.put', id: `u${at + 1}`, name: `Unit ${at + 1}`, sector: 'hall' };
    }),
  ];
}
