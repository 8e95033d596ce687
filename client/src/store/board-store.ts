import type { BoardSync, Link } from '@emulation/client-sdk';
import type { BoardRow, Happening } from '@emulation/shared';
import { useEffect, useMemo } from 'react';
import { holdTopic, useLive } from './subscriptions.ts';

export { holdDrawing, onCommand, onHappening, reportDisplay, rowsNow } from './subscriptions.ts';

export type Status = 'loading' | 'ready' | 'missing';

const noRows: ReadonlyMap<string, never> = new Map<string, never>();
const noHappenings: readonly Happening[] = [];

/** Other refusals pass: the server is busy, or the board is being replaced. */
function isNotFound(state: BoardSync | undefined): boolean {
  return state?.refusal === 'not-found';
}

export interface TopicRows<T> {
  rows: ReadonlyMap<string, T>;
  status: Status;
  seq: number;
}

/**
 * The rows of a topic, watched while the caller is mounted. `missing`: the board has no such
 * topic, or is not there or not for this visitor. An empty topic name watches nothing.
 */
export function useTopic<T extends object>(board: string, topic: string): TopicRows<T> {
  useEffect(() => (topic === '' ? undefined : holdTopic(board, topic)), [board, topic]);
  const known = useLive((live) => live.boards[board]?.topics.get(topic));
  const refused = useLive((live) => isNotFound(live.boards[board]));
  return useMemo(() => {
    // The topic's name decides the type of its rows (shared/src/views/row.ts).
    const rows = (known?.rows ?? noRows) as ReadonlyMap<string, T>;
    const status = refused ? 'missing' : (known?.status ?? 'loading');
    return { rows, status, seq: known?.seq ?? 0 };
  }, [known, refused]);
}

export function useFeed(board: string): { happenings: readonly Happening[]; status: Status } {
  useEffect(() => holdTopic(board, 'feed'), [board]);
  const feed = useLive((live) => live.boards[board]?.feed);
  const refused = useLive((live) => isNotFound(live.boards[board]));
  return useMemo(
    () => ({
      happenings: feed?.happenings ?? noHappenings,
      status: refused ? 'missing' : (feed?.status ?? 'loading'),
    }),
    [feed, refused],
  );
}

/** Whether what is shown is true now, and when the server was last heard. */
export function useLink(): Link {
  return useLive((live) => live.link);
}

export type BoardInfo = Extract<BoardRow, { kind: 'board' }>;
export type SectorInfo = Extract<BoardRow, { kind: 'sector' }>;
export type UnitInfo = Extract<BoardRow, { kind: 'unit' }>;
export type MetricInfo = Extract<BoardRow, { kind: 'metric' }>;
export type DriveInfo = Extract<BoardRow, { kind: 'drive' }>;

export interface Vocabulary {
  board?: BoardInfo;
  sectors: ReadonlyMap<string, SectorInfo>;
  units: ReadonlyMap<string, UnitInfo>;
  metrics: ReadonlyMap<string, MetricInfo>;
  /** Opened drives; drafts are not told. */
  drives: ReadonlyMap<string, DriveInfo>;
  status: Status;
}

/** The board's own words by id, from the topic `board`; in the order the board declared them. */
export function useVocabulary(board: string): Vocabulary {
  const { rows, status } = useTopic<BoardRow>(board, 'board');
  return useMemo(() => {
    const sectors = new Map<string, SectorInfo>();
    const units = new Map<string, UnitInfo>();
    const metrics = new Map<string, MetricInfo>();
    const drives = new Map<string, DriveInfo>();
    let info: BoardInfo | undefined;
    for (const row of rows.values()) {
      if (row.kind === 'board') info = row;
      else if (row.kind === 'sector') sectors.set(row.id, row);
      else if (row.kind === 'unit') units.set(row.id, row);
      else if (row.kind === 'metric') metrics.set(row.id, row);
      else drives.set(row.id, row);
    }
    return { ...(info ? { board: info } : {}), sectors, units, metrics, drives, status };
  }, [rows, status]);
}
