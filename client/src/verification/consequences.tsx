import type { ChangeAnswer, HonoursRow } from '@emulation/shared';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { judge } from '../api/recognition.ts';
import { useTopic, type Vocabulary } from '../store/board-store.ts';
import { formatDate, formatValue } from '../ui/format.ts';
import { formatScore } from '../ui/score-text.ts';
import styles from './verification.module.css';

interface Props {
  board: string;
  result: string;
  /** Changes when the result does: what would follow is asked again. */
  seq: number;
  vocabulary: Vocabulary;
}

type Known = ChangeAnswer | 'failed' | undefined;

/** What a rejection would change, as the server answers it; nothing is changed by asking. */
function usePreview(board: string, result: string, seq: number): Known {
  const [known, setKnown] = useState<Known>();
  useEffect(() => {
    const abort = new AbortController();
    const options = { preview: true, signal: abort.signal };
    judge(board, result, 'rejection', { reason: '?' }, options).then(setKnown, () => {
      if (!abort.signal.aborted) setKnown('failed');
    });
    return () => abort.abort();
  }, [board, result, seq]);
  return known;
}

interface Answered {
  answer: ChangeAnswer;
  vocabulary: Vocabulary;
}

type LineChange = ChangeAnswer['records'][number];
type Mark = LineChange['gone'][number];

/** Places listed at once: in a large board one annulment may move hundreds. */
const maxPlaces = 30;

function Lines({ answer, vocabulary }: Answered) {
  const { t } = useTranslation('verification');
  const metric = vocabulary.metrics.get(answer.result.metric);
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const names = (units: readonly string[]) =>
    units.map((unit) => vocabulary.units.get(unit)?.name ?? unit).join(' + ');
  const sayMark = (mark: Mark) =>
    t('after.mark', {
      value: metric ? formatValue(mark.value, metric) : mark.value,
      holders: names(mark.holders),
      date: formatDate(mark.achievedAt, timeZone),
    });
  const lineName = ({ scope, key }: LineChange) => {
    const name =
      (scope === 'sector' ? vocabulary.sectors.get(key) : vocabulary.units.get(key))?.name ?? key;
    return t(`result:line.${scope}`, { name });
  };
  const sayStanding = ({ scope, key, back }: LineChange) => {
    const lost = answer.lost.find((one) => one.scope === scope && one.key === key);
    if (!lost) return null;
    if (lost.now === null) return <small>{t('after.nothingStands')}</small>;
    const { result } = lost.now;
    if (back.some((mark) => mark.result === result)) return null;
    return <span>{t('after.stands', { mark: sayMark(lost.now) })}</span>;
  };
  return (
    <ul className={styles.changes}>
      {answer.records.map((line) => (
        <li key={`${line.scope} ${line.key}`}>
          <b>{lineName(line)}</b>
          {line.gone.map((mark) => (
            <s key={`gone ${mark.result}`}>{sayMark(mark)}</s>
          ))}
          {line.back.map((mark) => (
            <span key={`back ${mark.result}`}>{t('after.back', { mark: sayMark(mark) })}</span>
          ))}
          {sayStanding(line)}
        </li>
      ))}
    </ul>
  );
}

function Places({ answer, vocabulary }: Answered) {
  const { t } = useTranslation('verification');
  const moved = answer.ranking.filter(({ before, after }) => before !== after);
  const place = (count: number | null) =>
    count === null ? t('after.noPlace') : t('common:place', { count, ordinal: true });
  if (moved.length === 0) return <p className={styles.quiet}>{t('after.samePlaces')}</p>;
  return (
    <ul className={styles.places}>
      {moved.slice(0, maxPlaces).map(({ unit, before, after }) => (
        <li key={unit}>
          <span>{vocabulary.units.get(unit)?.name ?? unit}</span>
          <b>{`${place(before)} → ${place(after)}`}</b>
        </li>
      ))}
      {moved.length > maxPlaces && (
        <li className={styles.quiet}>{t('after.more', { count: moved.length - maxPlaces })}</li>
      )}
    </ul>
  );
}

type DrivePlace = ChangeAnswer['drives'][number]['before'];

/** Drives and titles: who would stand elsewhere, or win instead. */
function Beyond({ board, answer, vocabulary }: { board: string } & Answered) {
  const { t } = useTranslation('verification');
  const { drives, honours } = answer;
  const { rows } = useTopic<HonoursRow>(board, honours.length > 0 ? 'honours' : '');
  const name = (unit: string) => vocabulary.units.get(unit)?.name ?? unit;
  const titleName = (id: string) => {
    const row = rows.get(`title:${id}`);
    return row?.kind === 'title' ? row.name : id;
  };
  const place = (one: DrivePlace) =>
    one
      ? `${t('common:place', { count: one.place, ordinal: true })} (${formatScore(one.score)})`
      : t('after.noPlace');
  if (drives.length + honours.length === 0) return null;
  return (
    <ul className={styles.places}>
      {drives.slice(0, maxPlaces).map((one) => (
        <li key={`${one.drive} ${one.unit}`}>
          <span>{`${vocabulary.drives.get(one.drive)?.name ?? one.drive}: ${name(one.unit)}`}</span>
          <b>{`${place(one.before)} → ${place(one.after)}`}</b>
        </li>
      ))}
      {honours.slice(0, maxPlaces).map((one) => (
        <li key={`${one.title} ${one.drive} ${one.unit} ${one.change}`}>
          <span>{`${titleName(one.title)}: ${name(one.unit)}`}</span>
          <b>{t(one.awarded.length > 0 ? 'after.awarded' : `after.${one.change}`)}</b>
        </li>
      ))}
    </ul>
  );
}

interface ListProps extends Answered {
  board: string;
  title: string;
}

/** What follows from a change of a result: every record line, every place, drives and titles. */
export function ConsequenceList({ board, title, ...answered }: ListProps) {
  const { t } = useTranslation('verification');
  // In a dialog over the page that lists them too, it is not the only one.
  const id = useId();
  return (
    <section className={styles.after} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {answered.answer.records.length === 0 && (
        <p className={styles.quiet}>{t('after.sameRecords')}</p>
      )}
      <Lines {...answered} />
      <Places {...answered} />
      <Beyond board={board} {...answered} />
    </section>
  );
}

/** What would follow if the result were not recognised. */
export function Consequences({ board, result, seq, vocabulary }: Props) {
  const { t } = useTranslation('verification');
  const answer = usePreview(board, result, seq);
  const title = t('after.label');
  const id = useId();
  if (typeof answer === 'object')
    return <ConsequenceList {...{ board, title, answer, vocabulary }} />;
  return (
    <section className={styles.after} aria-labelledby={id} aria-busy={!answer}>
      <h3 id={id}>{title}</h3>
      {answer === 'failed' && <p role="alert">{t('after.failed')}</p>}
    </section>
  );
}
