import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useNow } from '../ui/now.ts';
import { nextMoment, remaining } from './countdown.ts';
import type { DriveParts } from './drive-parts.ts';
import { DriveTimeline } from './drive-timeline.tsx';
import styles from './drives.module.css';
import { formatSpan } from './span.ts';

const two = (count: number) => String(count).padStart(2, '0');

/** How long until the next moment of the drive; nothing once all are past. */
function Countdown({ drive }: Pick<DriveParts, 'drive'>) {
  const { t } = useTranslation('drives');
  const now = useNow(1000);
  const next = nextMoment(drive, now);
  if (!next) return null;
  const { days, hours, minutes, seconds } = remaining(next.at, now);
  return (
    <p className={styles.countdown} role="timer">
      <span className={styles.quiet}>{t(`until.${next.kind}`)}</span>
      <strong>
        {days > 0 && `${t('days', { count: days })} `}
        {two(hours)}:{two(minutes)}:{two(seconds)}
      </strong>
    </p>
  );
}

/** Name, state, what it is about, how long it runs, and what comes next. */
export function DriveHeader(parts: DriveParts) {
  const { t } = useTranslation('drives');
  const { board, drive } = parts;
  return (
    <header className={styles.driveHead}>
      <p className={styles.crumb}>
        <Link href={`/b/${board}/drives`}>{t('all')}</Link>
      </p>
      <p className={styles.state} data-state={drive.state}>
        {t(`state.${drive.state}`)}
      </p>
      <h1>{drive.name}</h1>
      <p className={styles.quiet}>{formatSpan(drive.from, drive.to)}</p>
      {drive.objectives !== undefined && <p className={styles.objectives}>{drive.objectives}</p>}
      <Countdown drive={drive} />
      <DriveTimeline {...parts} />
      {drive.veiled && (
        <p className={styles.veil} role="status">
          {t(
            parts.isSteward
              ? 'veil.steward'
              : drive.state === 'closed'
                ? 'veil.closed'
                : 'veil.frozen',
          )}
        </p>
      )}
    </header>
  );
}
