import type { RecordRow } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { useTopic, type MetricInfo, type UnitInfo, type Vocabulary } from '../store/board-store.ts';
import { formatDate, formatValue } from '../ui/format.ts';
import { SideBySide, type SideLine } from './side-by-side.tsx';
import type { Compared } from './use-compared.ts';

interface Props {
  board: string;
  units: readonly UnitInfo[];
  metric: MetricInfo;
  vocabulary: Vocabulary;
  compared: Compared;
}

/** Who is best, of those that have a number; several may be. */
function bestOf(values: readonly (number | undefined)[], isHigher: boolean): boolean[] {
  const known = values.filter((value) => value !== undefined);
  if (known.length < 2) return values.map(() => false);
  const best = isHigher ? Math.max(...known) : Math.min(...known);
  // Where all are alike nobody is better.
  if (known.every((value) => value === best)) return values.map(() => false);
  return values.map((value) => value === best);
}

/** A line of the table: its values in the order of the units, and which of them are best. */
function lineOf(
  name: string,
  values: readonly string[],
  best: readonly boolean[],
  notes: readonly (string | undefined)[] = [],
): SideLine {
  const cells = values.map((value, at) => ({ value, note: notes[at], isBest: best[at] === true }));
  return { key: name, name, cells };
}

function useLines({ board, units, metric, vocabulary, compared }: Props): SideLine[] {
  const { t } = useTranslation('compare');
  const records = useTopic<RecordRow>(board, 'records');
  const isHigher = metric.direction === 'higher';
  const zone = vocabulary.board?.timeZone ?? 'UTC';
  const { standings, lines, meetings, total } = compared;
  const bests = lines.map((marks) => marks.at(-1));
  const held = units.map(
    ({ id }) =>
      [...records.rows.values()].filter(
        (row) => row.metric === metric.id && row.holders.includes(id),
      ).length,
  );
  const numbers = (name: string, values: readonly number[]) =>
    lineOf(name, values.map(String), bestOf(values, true));
  const places = standings.map((row) => row?.place);
  const scores = standings.map((row) => (row ? Number(row.score) : undefined));
  const marks = bests.map((mark) => (mark ? Number(mark.value) : undefined));
  return [
    lineOf(
      t('row.place'),
      standings.map((row) => (row ? t('row.of', { place: row.place, count: total }) : '–')),
      bestOf(places, false),
    ),
    lineOf(
      t('row.score'),
      standings.map((row) => (row ? formatValue(row.score, metric) : '–')),
      bestOf(scores, isHigher),
    ),
    lineOf(
      t('row.best'),
      bests.map((mark) => (mark ? formatValue(mark.value, metric) : '–')),
      bestOf(marks, isHigher),
      bests.map((mark) => mark && formatDate(mark.achievedAt, zone)),
    ),
    numbers(t('row.records'), held),
    ...(meetings ? [numbers(t('row.wins', { count: meetings.met }), meetings.wins)] : []),
    // A count says how busy a unit was, not who is better.
    lineOf(
      t('row.results'),
      standings.map((row) => String(row?.results ?? 0)),
      [],
    ),
  ];
}

/** The units side by side; the better one of each line has a star. */
export function DuelTable(props: Props) {
  const { t } = useTranslation('compare');
  const { board, units, metric } = props;
  const lines = useLines(props);
  return (
    <SideBySide {...{ board, units, metric, lines }} head={t('row.what')} best={t('better')} />
  );
}
