import type { UnitPulseAnswer } from '@emulation/shared';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { readUnitPulse } from '../api/pulse.ts';
import { useAnswer } from '../drives/use-answer.ts';
import type { MetricInfo } from '../store/board-store.ts';
import { formatDate, formatNumber, formatValue } from '../ui/format.ts';
import { resultLink, unitLink, type PulseParts } from './pulse-parts.ts';
import styles from './pulse.module.css';
import unitCss from './units.module.css';

type UnitPlan = UnitPulseAnswer['plans'][number];

interface Props extends PulseParts {
  unit: string;
  /** Grows when the unit's row says something else. */
  version: number;
}

/** What is asked: a drive's task until its end, or the standard of the period. */
function Asked({
  board,
  vocabulary,
  plan,
  metric,
}: PulseParts & { plan: UnitPlan; metric: MetricInfo }) {
  const { t } = useTranslation('pulse');
  if (!plan.plan) return <>{t('plans.none')}</>;
  const { target, from, drive = '', workdays, done } = plan.plan;
  const share = t('plans.workdays', { done, count: workdays });
  const level = formatValue(target, metric);
  if (from === 'standard') return <>{`${t('plans.standard', { level })} · ${share}`}</>;
  return (
    <>
      <Link href={`/b/${board}/drives/${drive}`}>
        {vocabulary.drives.get(drive)?.name ?? drive}
      </Link>
      {` ${t('plans.drive', { level })} · ${share}`}
    </>
  );
}

/** A sum or a mean comes from all results of the unit, another score from one. */
const isOneResult = ({ aggregate }: MetricInfo) => aggregate === 'best' || aggregate === 'latest';

function PlanLine({ plan, ...parts }: PulseParts & { plan: UnitPlan; unit: string }) {
  const { t } = useTranslation('pulse');
  const { board, vocabulary } = parts;
  const metric = vocabulary.metrics.get(plan.metric);
  if (!metric) return null;
  const { score, expected, fulfilment, result, streak, advanced, state } = plan;
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  return (
    <li className={unitCss.plan}>
      <p>
        <b>{metric.name}</b>
        {state && (
          <span className={unitCss.state} data-state={state}>
            {t(`state.${state}`)}
          </span>
        )}
      </p>
      <p>
        {score !== null && result !== null && (
          <Link
            href={
              isOneResult(metric)
                ? resultLink(board, result)
                : `${unitLink(board, parts.unit, plan.metric)}#results-title`
            }
          >
            {formatValue(score, metric)}
          </Link>
        )}
        {expected !== null && ` ${t('plans.due', { value: formatValue(expected, metric) })}`}
        {fulfilment !== null && ` · ${formatNumber(fulfilment, { decimals: 1 })}\u202f%`}
      </p>
      <p className={styles.quiet}>
        <Asked {...parts} plan={plan} metric={metric} />
      </p>
      <p className={styles.quiet}>
        {streak && streak.workdays > 0 && `${t('plans.streak', { count: streak.workdays })} · `}
        {advanced && (
          <Link href={resultLink(board, advanced.result)}>
            {t('plans.advanced', { date: formatDate(advanced.on, timeZone) })}
          </Link>
        )}
      </p>
    </li>
  );
}

/** Every metric of a unit: what is asked, what is due by now, and what was done. */
export function UnitPlans({ unit, version, ...parts }: Props) {
  const { t } = useTranslation('pulse');
  const { board } = parts;
  const ask = useCallback(
    (signal: AbortSignal) => readUnitPulse(board, unit, signal),
    [board, unit],
  );
  const answer = useAnswer(ask, version);
  if (answer.kind === 'loading') return <p role="status">{t('common:loading')}</p>;
  if (!answer.value) return <p role="alert">{t('common:failed.title')}</p>;
  return (
    <ul className={unitCss.plans}>
      {answer.value.plans.map((plan) => (
        <PlanLine key={plan.metric} {...parts} unit={unit} plan={plan} />
      ))}
    </ul>
  );
}
