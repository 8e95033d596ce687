import {
  createView,
  type CheersRow,
  type DisplaysRow,
  feedPage,
  periodAt,
  reuseRows,
  type BoardState,
  type Change,
  type PeriodName,
  type Row,
} from '@emulation/shared';

/** Where the rows of a topic come from. */
export interface TopicSource {
  readonly topic: string;
  touchedBy(change: Change): boolean;
  rows(): ReadonlyMap<string, Row>;
  /** The position that rows asked for now belong to. */
  position(): number;
  /** The rows change at a midnight, too. */
  readonly isOfPeriod: boolean;
  /**
   * Whether a client may go on from a position it knows. `unsure`: not from the first one, at
   * which another node, or this one before midnight, may have told other rows. `never`: positions
   * do not determine the rows at all.
   */
  readonly resume: 'exact' | 'unsure' | 'never';
}

function periodOf(topic: string): PeriodName {
  if (topic.endsWith(':month')) return 'month';
  return topic.endsWith(':week') ? 'week' : 'all';
}

/** Topics whose rows may change at any midnight of the board. */
const topicsOfDay: ReadonlySet<string> = new Set([
  'honours',
  'pulse',
  'records:today',
  'verification',
]);

/** The day since which a topic's rows are those of the present; `undefined` where days say nothing. */
function firstDayOf(topic: string, today: number): number | undefined {
  // A drive's rhythm moves every day, and so does what was before it.
  if (topicsOfDay.has(topic) || topic.startsWith('drive:') || topic.startsWith('form:'))
    return today;
  const period = topic.startsWith('ranking:') ? periodOf(topic) : 'all';
  return period === 'all' ? undefined : periodAt(period, today).from;
}

/** Whether the board's present position was reached on `day` or later, as far as it says. */
function isReachedSince(day: number, state: BoardState): boolean {
  const newest = feedPage(state, { limit: 1 }).happenings[0];
  return newest !== undefined && Date.parse(newest.at) >= state.zone.startOfDay(day);
}

/** A view of the board as a topic; `undefined` where the board has no such topic. */
export function boardTopic(
  state: BoardState,
  topic: string,
  now: () => number,
): TopicSource | undefined {
  const view = createView(state, topic);
  if (view === undefined) return undefined;
  const firstDay = firstDayOf(topic, state.zone.dayAt(now()));
  return {
    topic,
    touchedBy: (change) => view.touchedBy(change),
    rows: () => view.rows(now()),
    position: () => state.seq,
    isOfPeriod: firstDay !== undefined,
    resume: firstDay === undefined || isReachedSince(firstDay, state) ? 'exact' : 'unsure',
  };
}

/** Who is looking: it moves without the ledger, so patches may begin and end at one position. */
export function presenceTopic(
  state: BoardState,
  rows: (board: string) => ReadonlyMap<string, Row>,
): TopicSource {
  return {
    topic: 'presence',
    touchedBy: () => false,
    rows: () => rows(state.board),
    position: () => state.seq,
    isOfPeriod: false,
    resume: 'never',
  };
}

/** Cheers as counted in the ledger and those that wait to be: they move without the ledger. */
export function cheersTopic(
  state: BoardState,
  cheers: { rows(state: BoardState): Iterable<[string, CheersRow]> },
  now: () => number,
): TopicSource | undefined {
  const counted = boardTopic(state, 'cheers', now);
  let rows: ReadonlyMap<string, Row> = new Map();
  return (
    counted && {
      ...counted,
      resume: 'never',
      rows: () => {
        rows = reuseRows(rows, cheers.rows(state));
        return rows;
      },
    }
  );
}

/** What stewards have said of the walls, and who of them is there: the second moves without the ledger. */
export function displaysTopic(
  state: BoardState,
  live: { rows(state: BoardState): Iterable<[string, DisplaysRow]> },
  now: () => number,
): TopicSource | undefined {
  const said = boardTopic(state, 'displays', now);
  let rows: ReadonlyMap<string, Row> = new Map();
  return (
    said && {
      ...said,
      resume: 'never',
      rows: () => {
        rows = reuseRows(rows, [...said.rows(), ...live.rows(state)]);
        return rows;
      },
    }
  );
}
