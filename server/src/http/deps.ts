import type { Applied, BoardBody, BoardState, Entry, Seen } from '@emulation/shared';
import type { Displays } from '../displays/displays.ts';
import type { Departure } from './departure.ts';
import type { CheerDesk } from '../cheers/cheer-desk.ts';
import type { Clock } from '../board/clock.ts';
import type { Identity } from '../identity/identity.ts';
import type { Draft, Ledger } from '../ledger/ledger.ts';
import type { FailureMeter } from '../identity/failure-meter.ts';
import type { ScreenDesk } from '../machines/screen-desk.ts';
import type { TokenUses } from '../machines/token-uses.ts';
import type { Shelf } from '../machines/shelf.ts';
import type { OriginDesk } from '../audit/origin-desk.ts';
import type { Reach } from '../webhooks/reach.ts';
import type { Uploads } from '../uploads/uploads.ts';
import type { PreviewDesk } from '../outlets/preview/preview-desk.ts';
import type { Measures } from '../measures/measures.ts';
import type { Press } from '../outlets/press/press.ts';
import type { WorkbookFile } from '../import/workbook.ts';
import type { WorkbookPress } from './tables/xlsx-file.ts';

export type CommitOutcome =
  | { kind: 'committed'; entries: Entry[]; applied: Applied[]; repeated: number }
  | { kind: 'repeated'; seq: number }
  | { kind: 'key-conflict'; seq: number }
  | { kind: 'unknown-board' };

/** A board on this node, as HTTP uses it. */
export interface Host {
  /** All of it, for stewards and for whatever is decided before a commit. */
  readonly state: BoardState;
  /** What everybody may see of it: the same object while nothing is hidden. */
  readonly publicState: BoardState;
  /** Whether everybody sees the entry at a position. */
  isSeen(seq: number): boolean;
  commit(drafts: Draft[], onRepeat: 'refuse' | 'skip'): Promise<CommitOutcome>;
  /** The entry at a position and what it did when it was applied, in both sights. */
  answerAt(seq: number): Promise<{ entry: Entry; applied: Applied; seen: Seen | undefined }>;
}

/** The boards on this node, as HTTP uses them. */
export interface Boards {
  get(board: string): Host | undefined;
  all(): Host[];
  openBoard(body: BoardBody, actor: string): Promise<'opened' | 'same' | 'other'>;
  removeBoard(board: string): Promise<boolean>;
  /** Why this node cannot serve as it should; empty when it can. */
  problems(): string[];
  /** What makes it slower without making anything wrong. */
  degradations(): string[];
}

export interface HttpDeps {
  boards: Boards;
  ledger: Pick<Ledger, 'heads' | 'readStored' | 'knownKeys' | 'keep' | 'take'>;
  uploads: Uploads;
  /** Addresses of webhooks, how far they have come, and logs. */
  shelf: Shelf;
  tokenUses: TokenUses;
  screens: {
    desk: ScreenDesk;
    /** Wrong codes, and codes that were asked for, by address. */
    guesses: FailureMeter;
    asked: FailureMeter;
  };
  /** Of the broker that results come from. */
  mqttUrl: string | undefined;
  webhooks: { reach: Reach; allowedRanges: readonly string[]; wake: () => void };
  /** Where acts come from. */
  origins: OriginDesk;
  identity: Identity;
  cheers: Pick<CheerDesk, 'rows'>;
  displays: Pick<Displays, 'build' | 'walls' | 'status' | 'receipts' | 'command'>;
  clock: Clock;
  measures: Measures;
  workbooks: WorkbookPress;
  /** Reads workbooks that come in. */
  spreadsheets: Press<WorkbookFile>;
  previews: PreviewDesk;
  /** Drawing takes a processor for a moment: so many one address may ask for. */
  imagesAMinute: number;
  /** Why the last scheduled backup failed. */
  backupProblem: () => string | undefined;
  departure: Departure;
  publicUrl: string | undefined;
  /** What the server listens on. */
  host: string;
}
