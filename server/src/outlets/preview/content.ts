import {
  createView,
  driveStandings,
  findResult,
  shadesOf,
  standingRecords,
  type BoardState,
  type Drive,
  type MetricState,
  type RankingRow,
  type ResultRow,
  type UnitRow,
} from '@emulation/shared';
import { boardWords } from '../../words/board-words.ts';
import type { PreviewContent, PreviewRow } from './preview.ts';
import type { Subject } from './subject.ts';

const maxRows = 5;

const boardName = ({ info, board }: BoardState): string => info?.name ?? board;
const unitName = (state: BoardState, id: string): string => state.units.get(id)?.name ?? id;
const joined = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(' · ');

/** Rows of a live view: as it stands, without a walk through all results. */
function viewRows<T>(state: BoardState, topic: string, now: number): T[] {
  const view = createView(state, topic);
  // The rows of a topic have the shape its name says.
  return view ? ([...view.rows(now).values()] as unknown as T[]) : [];
}

function ofMetric(state: BoardState, { metric }: MetricState, now: number): PreviewContent {
  const rows = viewRows<RankingRow>(state, `ranking:${metric.id}`, now)
    .sort((a, b) => a.place - b.place)
    .slice(0, maxRows);
  const { t, number } = boardWords(state);
  return {
    board: boardName(state),
    kicker: t('preview.ranking'),
    title: metric.name,
    line: joined(metric.unitOfMeasure, t('preview.allTime')),
    rows: rows.map(({ place, unit = '', score }): PreviewRow => {
      return { place, name: unitName(state, unit), value: number(score) };
    }),
    none: t('preview.none'),
  };
}

/** The metrics in which it stands best. */
function ofUnit(state: BoardState, unit: string, now: number): PreviewContent {
  const { t, number } = boardWords(state);
  const rows = viewRows<UnitRow>(state, `unit:${unit}`, now).flatMap((row) => {
    const metric = row.kind === 'place' ? state.metrics.get(row.metric)?.metric : undefined;
    if (row.kind !== 'place' || !metric) return [];
    const value = `${number(row.score)} ${metric.unitOfMeasure}`;
    return [{ place: row.place, name: metric.name, value }];
  });
  const sector = state.units.get(unit)?.sector;
  return {
    board: boardName(state),
    kicker: t('preview.unit'),
    title: unitName(state, unit),
    line: state.sectors.get(sector ?? '')?.name ?? '',
    rows: rows.sort((a, b) => a.place - b.place).slice(0, maxRows),
    none: t('preview.none'),
  };
}

function ofDrive(state: BoardState, drive: Drive, now: number): PreviewContent {
  const { rows } = driveStandings(state, drive, now);
  const { name, from, to } = drive.body;
  const { t, number, date } = boardWords(state);
  return {
    board: boardName(state),
    kicker: t('preview.drive'),
    title: name,
    line: `${date(from)} – ${date(to)}`,
    rows: rows.slice(0, maxRows).map(({ place, unit, score }) => {
      return { place, name: unitName(state, unit), value: number(score) };
    }),
  };
}

function ofResult(state: BoardState, result: ResultRow): PreviewContent {
  const metric = state.metrics.get(result.metric)?.metric;
  const { t, number, date } = boardWords(state);
  const { metric: id, sector, unit } = result;
  const scopes = [
    { scope: 'board' },
    { scope: 'sector', sector },
    { scope: 'unit', unit },
  ] as const;
  const widest = scopes.find((line) =>
    standingRecords(state, { metric: id, ...line }).some((row) => row.result === result.id),
  )?.scope;
  const units = [unit, ...result.partners.map(({ unit }) => unit)];
  return {
    board: boardName(state),
    kicker: t(widest === undefined ? 'preview.result' : `preview.record.${widest}`),
    title: units.map((unit) => unitName(state, unit)).join(' + '),
    line: joined(
      metric?.name ?? result.metric,
      date(result.achievedAt),
      t(`state.${result.state}`),
    ),
    rows: [],
    figure: { value: number(result.value), unitOfMeasure: metric?.unitOfMeasure ?? '' },
  };
}

/** The board's own colours where it has some; by the same rule as on its pages. */
function coloursOf({ books }: BoardState): PreviewContent['colours'] {
  const { accent, second } = books.look;
  const first = accent === undefined ? undefined : shadesOf(accent, 'dark');
  const other = second === undefined ? undefined : shadesOf(second, 'dark');
  if (!first && !other) return undefined;
  return {
    ...(first ? { band: first.shape, words: first.ink } : {}),
    ...(other ? { stripe: other.shape } : {}),
  };
}

/**
 * What a preview of a view says, in the board's own colours and with its logo. `undefined` where the board has no such
 * thing.
 */
export function previewContent(
  state: BoardState,
  subject: Subject,
  now: number,
): PreviewContent | undefined {
  const content = contentOf(state, subject, now);
  const colours = coloursOf(state);
  const logo = state.books.look.logo?.id;
  return content && { ...content, ...(colours ? { colours } : {}), ...(logo ? { logo } : {}) };
}

/** A board without a metric has only its name. */
function contentOf(
  state: BoardState,
  { metric, unit, drive, result }: Subject,
  now: number,
): PreviewContent | undefined {
  if (result !== undefined) {
    const found = findResult(state, result);
    return found && ofResult(state, found);
  }
  if (unit !== undefined) return state.units.has(unit) ? ofUnit(state, unit, now) : undefined;
  if (drive !== undefined) {
    const found = state.books.drives.get(drive);
    return found && found.state !== 'draft' ? ofDrive(state, found, now) : undefined;
  }
  const asked = metric === undefined ? [...state.metrics.values()][0] : state.metrics.get(metric);
  if (asked) return ofMetric(state, asked, now);
  if (metric !== undefined) return undefined;
  const { t } = boardWords(state);
  return { board: '', kicker: t('preview.board'), title: boardName(state), line: '', rows: [] };
}

/** The same in words, for a page's description. */
export function previewText({ rows, figure, line }: PreviewContent): string {
  if (figure) return joined(`${figure.value} ${figure.unitOfMeasure}`.trim(), line);
  const told = rows.map(({ place, name, value }) => `${place}. ${name} ${value}`).join(', ');
  return told || line;
}
