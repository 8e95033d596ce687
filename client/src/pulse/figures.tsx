import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFeed } from '../store/board-store.ts';
import { localeOf } from '../ui/format.ts';
import { UnitLink } from './names.tsx';
import { resultLink, type PulseParts } from './pulse-parts.ts';
import { percentOf } from './pulse-rows.ts';
import styles from './pulse.module.css';

interface FigureProps {
  label: string;
  number: string;
  tone?: 'good' | 'poor' | undefined;
  children?: ReactNode;
}

function Figure({ label, number, tone, children }: FigureProps) {
  return (
    <li className={styles.figure} data-tone={tone}>
      <h2>{label}</h2>
      <p className={styles.number}>{number}</p>
      <p className={styles.quiet}>{children}</p>
    </li>
  );
}

function PlanFigure({ pulse }: PulseParts) {
  const { t } = useTranslation('pulse');
  if (!pulse.board) return null;
  const { units } = pulse.board;
  const percent = percentOf(units);
  const hasPlans = units.of + units.waiting > 0;
  return (
    <Figure
      label={t('figures.plan')}
      number={percent === undefined ? '–' : `${percent}\u202f%`}
      tone={percent === undefined ? undefined : percent >= 50 ? 'good' : 'poor'}
    >
      <a href="#units">
        {units.of > 0
          ? t('figures.planOf', { on: units.on, count: units.of })
          : t(hasPlans ? 'figures.tooEarly' : 'figures.noPlan')}
      </a>
      {units.without > 0 && hasPlans && ` ${t('figures.without', { count: units.without })}`}
    </Figure>
  );
}

/** The board in four numbers, each of which leads to what it is made of. */
export function Figures(parts: PulseParts) {
  const { t } = useTranslation('pulse');
  const { board, pulse, vocabulary } = parts;
  const { happenings } = useFeed(board);
  const newest = happenings.find((each) => each.kind === 'record');
  const row = pulse.board;
  if (!row) return null;
  const format = new Intl.NumberFormat(localeOf());
  const { streak, daysSinceRecord, standstill } = row;
  const lastRecord = newest && resultLink(board, newest.result);
  const days = (streak?.workdays ?? 0) > 0;
  return (
    <ul className={styles.figures}>
      <PlanFigure {...parts} />
      <Figure
        label={t('figures.record')}
        number={daysSinceRecord === null ? '–' : format.format(daysSinceRecord)}
      >
        <Link href={lastRecord ?? `/b/${board}`}>
          {t(daysSinceRecord === null ? 'figures.noRecord' : 'figures.recordText')}
        </Link>
      </Figure>
      <Figure
        label={t('figures.streak')}
        number={streak ? format.format(days ? streak.workdays : streak.periods) : '–'}
        tone={streak ? 'good' : undefined}
      >
        {streak ? (
          <>
            {t(days ? 'figures.workdays' : `figures.${row.period.name}s`, {
              count: days ? streak.workdays : streak.periods,
            })}{' '}
            <UnitLink {...{ board, vocabulary }} unit={streak.unit} metric={streak.metric} />
          </>
        ) : (
          t('figures.noStreak')
        )}
      </Figure>
      <Figure
        label={t('figures.standstill')}
        number={format.format(standstill.units)}
        tone={standstill.units > 0 ? 'poor' : 'good'}
      >
        <a href="#standstill">
          {standstill.metrics > 0
            ? t('figures.metricsStill', { count: standstill.metrics })
            : t('figures.standstillText')}
        </a>
      </Figure>
    </ul>
  );
}
