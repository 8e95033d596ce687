import { displayLimits, type Receipt, type ShownRecord, type ShownReport } from '@emulation/shared';
import { quantilesOf } from './quantiles.ts';

/** Receipts of one board name so many walls altogether, of the newest records; fewer than this they never are. */
const mostNamed = 50_000;
const fewestRecords = 100;

/** Of so many records receipts are kept, where each names so many walls. */
function recordsKept(walls: number): number {
  const kept = Math.floor(mostNamed / Math.max(1, walls));
  return Math.max(fewestRecords, Math.min(displayLimits.receipts, kept));
}
/** A result is announced a moment after it was received; one replayed or imported has an older time. */
const liveMs = 60_000;

/** Since when people wait for it: since the result was received, where that was just now. */
function startOf({ at }: ShownRecord, now: number): number {
  const receivedAt = Date.parse(at);
  return Math.abs(now - receivedAt) < liveMs ? Math.min(receivedAt, now) : now;
}

/** The moment of an announcement (ms since the epoch), and the node's walls that were there. */
export interface Announced {
  now: number;
  connected: Iterable<string>;
}

/** What one node says of a record: which of its walls were there, and which have shown it. */
export interface NodeReceipt {
  epoch: string;
  seq: number;
  connected: string[];
  /** Wall, ms since it was announced, ms since it arrived. */
  shown: [string, number, number][];
}

interface Entry {
  /** Absent as long as only other nodes have told of it. */
  record?: ShownRecord | undefined;
  /** When it was announced, ms since the epoch. */
  announcedAt: number;
  nodes: Map<string, { connected: Set<string>; shown: Map<string, readonly [number, number]> }>;
}

const keyOf = ({ epoch, seq }: { epoch: string; seq: number }) => `${epoch}:${seq}`;

/**
 * On which walls each record was shown, and how fast. The records of one position stand on one
 * screen together, so a receipt is for the position, and names the widest of them.
 */
export class ReceiptBook {
  readonly #boards = new Map<string, Map<string, Entry>>();

  /** Announced: `connected` are this node's walls that are there now. */
  announce(board: string, node: string, record: ShownRecord, seen: Announced): void {
    const entry = this.#entry(board, keyOf(record));
    if (!entry.record) entry.announcedAt = startOf(record, seen.now);
    if (entry.record?.scope === 'board') return;
    entry.record = record;
    const own = this.#partOf(entry, node);
    for (const id of seen.connected) own.connected.add(id);
    this.#drop(board, recordsKept(own.connected.size));
  }

  /** A wall has shown it. The first time counts; what is not known here says nothing. */
  shown(board: string, node: string, id: string, report: ShownReport): boolean {
    const entry = this.#boards.get(board)?.get(keyOf(report));
    if (!entry?.record) return false;
    const { shown } = this.#partOf(entry, node);
    const since = Date.parse(report.shownAt) - entry.announcedAt;
    // Nothing is shown before it arrived, whatever the clocks say.
    const ms = Math.min(displayLimits.shownMs, Math.max(report.sinceArrivalMs, since));
    if (!shown.has(id)) shown.set(id, [Math.round(ms), report.sinceArrivalMs]);
    return true;
  }

  /** What another node says of its own walls replaces what it said before. */
  hear(board: string, node: string, said: NodeReceipt): void {
    const { nodes } = this.#entry(board, keyOf(said));
    const shown = new Map(said.shown.map(([id, ...delays]) => [id, delays] as const));
    nodes.set(node, { connected: new Set(said.connected), shown });
  }

  /** This node's part of the newest records, for the others. */
  own(board: string, node: string, key: string): NodeReceipt | undefined {
    const entry = this.#boards.get(board)?.get(key);
    const part = entry?.nodes.get(node);
    if (!entry?.record || !part) return undefined;
    const shown = [...part.shown].map(([id, [announced, arrival]]): [string, number, number] => [
      id,
      announced,
      arrival,
    ]);
    const { epoch, seq } = entry.record;
    return { epoch, seq, connected: [...part.connected], shown };
  }

  /** Newest first. */
  list(board: string, limit: number): Receipt[] {
    const entries = [...(this.#boards.get(board)?.values() ?? [])];
    return entries
      .flatMap(({ record, ...entry }) => (record ? [{ record, entry }] : []))
      .sort((a, b) => b.entry.announcedAt - a.entry.announcedAt || b.record.seq - a.record.seq)
      .slice(0, limit)
      .map(({ record, entry }) => receiptOf(record, entry));
  }

  forget(board: string): void {
    this.#boards.delete(board);
  }

  #entry(board: string, key: string): Entry {
    const entries = this.#boards.get(board) ?? new Map<string, Entry>();
    this.#boards.set(board, entries);
    const entry: Entry = entries.get(key) ?? { announcedAt: 0, nodes: new Map() };
    entries.set(key, entry);
    this.#drop(board, displayLimits.receipts);
    return entry;
  }

  /** The oldest, until so many are left. */
  #drop(board: string, most: number): void {
    const entries = this.#boards.get(board);
    for (const oldest of entries?.keys() ?? []) {
      if (!entries || entries.size <= most) break;
      entries.delete(oldest);
    }
  }

  #partOf({ nodes }: Entry, node: string) {
    const part = nodes.get(node) ?? { connected: new Set<string>(), shown: new Map() };
    nodes.set(node, part);
    return part;
  }
}

function receiptOf(record: ShownRecord, { announcedAt, nodes }: Omit<Entry, 'record'>): Receipt {
  const connected = new Set<string>();
  const shown = new Map<string, readonly [number, number]>();
  for (const part of nodes.values()) {
    for (const id of part.connected) connected.add(id);
    for (const [id, delays] of part.shown) if (!shown.has(id)) shown.set(id, delays);
  }
  const inTime = [...shown].filter(([id]) => connected.has(id)).map(([, delays]) => delays);
  const { epoch, seq, metric, unit, value, result } = record;
  return {
    epoch,
    seq,
    at: new Date(announcedAt).toISOString(),
    metric,
    unit,
    value,
    result,
    connected: connected.size,
    shown: inTime.length,
    later: shown.size - inTime.length,
    sinceAnnounced: quantilesOf(inTime.map(([announced]) => announced)),
    sinceArrival: quantilesOf(inTime.map(([, arrival]) => arrival)),
  };
}
