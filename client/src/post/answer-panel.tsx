import type { RankingRow } from '@emulation/shared';
import { useEffect, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ResultAnswer } from '../api/client.ts';
import { formatMargin } from '../marks/margin-text.ts';
import { arrive, beat } from '../motion/timing.ts';
import { useTopic, type MetricInfo, type Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { AnswerMarks } from './answer-marks.tsx';
import type { Attempt } from './attempt.ts';
import { AttemptTitle } from './attempt-title.tsx';
import { nextInReach } from './next-in-reach.ts';
import styles from './panel.module.css';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  attempt: Attempt;
  answer: ResultAnswer;
  onAnother: () => void;
}

/** How great the moment is decides how it looks. */
function toneOf({ records }: ResultAnswer): string {
  if (records.some((one) => one.breakthrough)) return 'breakthrough';
  const broken = records.filter((one) => one.kind === 'broken' && one.previous);
  if (broken.some((one) => one.scope !== 'unit')) return 'record';
  return broken.length > 0 ? 'best' : 'plain';
}

/** ms of shaking and resting; nothing for what is nobody's first thought. */
const shakes: Record<string, number[]> = {
  best: [40],
  record: [60, 60, 120],
  breakthrough: [60, 50, 60, 50, 220],
};

/** Where the phone can, and the visitor has not asked for rest. */
function useShake(tone: string): void {
  useEffect(() => {
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (shakes[tone] && !isStill) navigator.vibrate?.(shakes[tone]);
  }, [tone]);
}

/** The table of motion, as the style sheet needs it: each part a beat after the one before. */
const timing = {
  '--arrive': `cubic-bezier(${arrive.join(',')})`,
  ...Object.fromEntries([0, 1, 2, 3].map((at) => [`--beat-${at}`, `${beat(at).delay ?? 0}s`])),
} as CSSProperties;

/** What the result did: what it broke, whom it passed, from where to where, and who is next. */
export function AnswerPanel({ board, vocabulary, attempt, answer, onAnother }: Props) {
  const { t } = useTranslation('post');
  const { body } = attempt;
  const metric = vocabulary.metrics.get(body.metric);
  const tone = toneOf(answer);
  useShake(tone);
  return (
    <section className={styles.panel} style={timing} data-tone={tone} data-stage tabIndex={-1}>
      <h1>
        {t('answer.posted')}
        {answer.state === 'provisional' && <small>{t('answer.provisional')}</small>}
      </h1>
      <AttemptTitle attempt={attempt} vocabulary={vocabulary} />
      {metric && <AnswerMarks answer={answer} value={body.value} metric={metric} />}
      {metric && (
        <Places
          board={board}
          vocabulary={vocabulary}
          unit={body.unit}
          metric={metric}
          answer={answer}
        />
      )}
      <div className={styles.actions}>
        <button type="button" className={button.primary} onClick={onAnother}>
          {t('answer.another')}
        </button>
        <Link href={`/b/${board}/r/${answer.id}`} className={button.button}>
          {t('answer.result_link')}
        </Link>
      </div>
    </section>
  );
}

interface PlacesProps {
  board: string;
  vocabulary: Vocabulary;
  unit: string;
  metric: MetricInfo;
  answer: ResultAnswer;
}

const mostNames = 3;

function Places({ board, vocabulary, unit, metric, answer }: PlacesProps) {
  const { t } = useTranslation('post');
  const { rows } = useTopic<RankingRow>(board, `ranking:${metric.id}`);
  const nameOf = (id: string) => vocabulary.units.get(id)?.name ?? id;
  const mine = answer.ranking.find(
    (one) => one.metric === metric.id && (one.unit ?? unit) === unit,
  );
  const passed = answer.overtakes
    .filter((one) => (one.unit ?? unit) === unit)
    .flatMap((one) => one.overtaken ?? []);
  const next = nextInReach(rows.values(), unit, metric);
  const more = passed.length - mostNames;
  return (
    <dl className={styles.facts}>
      {mine && mine.after !== null && (
        <div>
          <dt>{t('answer.place')}</dt>
          <dd className={styles.places}>
            {mine.before !== null && mine.before !== mine.after && <span>{mine.before} →</span>}
            <b data-rise={mine.before === null || mine.before > mine.after}>{mine.after}</b>
          </dd>
        </div>
      )}
      {passed.length > 0 && (
        <div>
          <dt>{t('answer.overtaken')}</dt>
          <dd>
            {passed.slice(0, mostNames).map(nameOf).join(', ')}
            {more > 0 && ` ${t('answer.overtakenMore', { count: more })}`}
          </dd>
        </div>
      )}
      <div>
        <dt>{t('answer.next')}</dt>
        <dd>
          {next === null
            ? t('answer.leads')
            : t('answer.nextText', { unit: nameOf(next.unit), by: formatMargin(next.by, metric) })}
        </dd>
      </div>
    </dl>
  );
}
