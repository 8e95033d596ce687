import type { DriveHeadRow, DriveRow } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { nextMoment, remaining } from '../drives/countdown.ts';
import { useTopic, type Vocabulary } from '../store/board-store.ts';
import { useNow } from '../ui/now.ts';
import styles from './overlay.module.css';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  /** The drive that the address names; otherwise the first that is under way. */
  asked: string;
}

const two = (count: number) => String(count).padStart(2, '0');
const underWay: ReadonlySet<string> = new Set(['pledging', 'running', 'review', 'frozen']);

/** What a drive comes to next, and in how long. */
export function DriveClock({ board, vocabulary, asked }: Props) {
  const { t } = useTranslation('drives');
  const now = useNow(1000);
  const drives = [...vocabulary.drives.values()];
  const drive = vocabulary.drives.get(asked) ?? drives.find(({ state }) => underWay.has(state));
  const { rows } = useTopic<DriveHeadRow | DriveRow>(board, drive ? `drive:${drive.id}` : '');
  const head = rows.get('drive');
  const next = head && 'startsAt' in head ? nextMoment(head, now) : undefined;
  if (!drive || !next) return null;
  const { days, hours, minutes, seconds } = remaining(next.at, now);
  return (
    <section className={styles.clock} role="timer" aria-label={drive.name}>
      <p className={styles.label}>{drive.name}</p>
      <p className={styles.until}>{t(`until.${next.kind}`)}</p>
      <p className={styles.left}>
        {days > 0 && `${t('days', { count: days })} `}
        {two(hours)}:{two(minutes)}:{two(seconds)}
      </p>
    </section>
  );
}
