import type { UnitRow } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { certificateAddress } from '../api/honours.ts';
import { formatDate } from '../ui/format.ts';
import styles from './honours-strip.module.css';

interface Props {
  board: string;
  rows: ReadonlyMap<string, UnitRow>;
  timeZone: string;
}

/** What the unit was honoured for, newest first; nothing at all where there is nothing. */
export function HonoursStrip({ board, rows, timeZone }: Props) {
  const { t } = useTranslation('unit');
  const honours = [...rows.values()]
    .flatMap((row) => (row.kind === 'honour' && !row.withdrawn ? [row] : []))
    .sort((a, b) => b.seq - a.seq);
  if (honours.length === 0) return null;
  return (
    <section className={styles.honours} aria-label={t('honours.label')}>
      <ul>
        {honours.map((honour) => (
          <li key={honour.id}>
            <Link href={`/b/${board}/honours`} className={styles.title}>
              {honour.titleName}
            </Link>
            <p>{honour.citation}</p>
            <p className={styles.detail}>
              {formatDate(honour.at, timeZone)} ·{' '}
              <a href={certificateAddress(board, honour.id)}>{t('honours.certificate')}</a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
