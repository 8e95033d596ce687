import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatValue } from '../ui/format.ts';
import { formatScore } from '../ui/score-text.ts';
import type { DriveParts } from './drive-parts.ts';
import styles from './drives.module.css';

/** What the drive asks for: from which value to which, and how much each task weighs. */
export function DriveTasks({ board, vocabulary, drive }: DriveParts) {
  const { t } = useTranslation('drives');
  const { scoring } = drive;
  const bonuses = Object.entries(drive.bonuses ?? {});
  return (
    <section className={styles.section} aria-labelledby="tasks">
      <h2 id="tasks">{t('tasks.label')}</h2>
      <ul className={styles.tasks}>
        {drive.tasks.map((task) => {
          const metric = vocabulary.metrics.get(task.metric);
          const say = (value: string) => (metric ? formatValue(value, metric) : value);
          return (
            <li key={task.id} className={styles.task}>
              <h3>
                <Link href={`/b/${board}?metric=${task.metric}`}>
                  {task.name ?? metric?.name ?? task.metric}
                </Link>
              </h3>
              <p className={styles.plan}>
                <span>{say(task.baseline)}</span>
                <span aria-hidden="true"> → </span>
                <span className="visually-hidden">{t('tasks.to')}</span>
                <strong>{say(task.target)}</strong>
              </p>
              <p className={styles.quiet}>
                {t(`aggregate.${task.aggregate}`)} ·{' '}
                {t('tasks.weight', { weight: formatScore(task.weight) })}
              </p>
            </li>
          );
        })}
      </ul>
      <p className={styles.quiet}>
        {scoring.kind === 'fulfilment'
          ? t('scoring.fulfilment', { cap: scoring.capPercent })
          : t('scoring.placing', { points: scoring.points.map(formatScore).join(' · ') })}
      </p>
      {bonuses.length > 0 && (
        <ul className={styles.bonuses} aria-label={t('bonus.label')}>
          {bonuses.map(([kind, points]) => (
            <li key={kind}>
              {t(`bonus.${kind}`)} <strong>+{formatScore(points ?? '0')}</strong>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
