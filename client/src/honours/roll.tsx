import type { Honour } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { certificateAddress, withdrawHonour } from '../api/honours.ts';
import button from '../ui/button.module.css';
import { formatDate } from '../ui/format.ts';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import styles from './honours.module.css';
import type { HonoursParts } from './honours-parts.ts';

function WithdrawDialog({
  board,
  honour,
  onClose,
}: {
  board: string;
  honour: Honour;
  onClose: () => void;
}) {
  const { t } = useTranslation('honours');
  return (
    <ReasonDialog
      title={t('withdraw.title')}
      text={t('withdraw.text')}
      label={t('withdraw.reason')}
      confirm={t('withdraw.do')}
      work={(reason) => withdrawHonour(board, honour.id, reason)}
      onClose={onClose}
    />
  );
}

function HonourCard({ board, vocabulary, isSteward, honour }: HonoursParts & { honour: Honour }) {
  const { t } = useTranslation('honours');
  const [withdraws, setWithdraws] = useState(false);
  const { withdrawn } = honour;
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  return (
    <li className={styles.honour} data-withdrawn={withdrawn !== undefined}>
      <p className={styles.honourTitle}>{honour.titleName}</p>
      <h3>
        <Link href={`/b/${board}/u/${honour.unit}`}>
          {vocabulary.units.get(honour.unit)?.name ?? honour.unit}
        </Link>
      </h3>
      <p>{honour.citation}</p>
      <p className={styles.empty}>{formatDate(honour.at, timeZone)}</p>
      {withdrawn ? (
        <p className={styles.withdrawn}>{t('withdraw.done', { reason: withdrawn.reason })}</p>
      ) : (
        <p className={styles.actions}>
          <a href={certificateAddress(board, honour.id)} className={button.button}>
            {t('certificate')}
          </a>
          {isSteward && (
            <button type="button" className={button.button} onClick={() => setWithdraws(true)}>
              {t('withdraw.do')}
            </button>
          )}
        </p>
      )}
      {withdraws && (
        <WithdrawDialog board={board} honour={honour} onClose={() => setWithdraws(false)} />
      )}
    </li>
  );
}

/** Everything that was awarded, newest first; withdrawn honours stay readable as such. */
export function Roll(props: HonoursParts & { honours: readonly Honour[] }) {
  const { t } = useTranslation('honours');
  return (
    <section className={styles.section} aria-labelledby="roll">
      <h2 id="roll">{t('roll.label')}</h2>
      {props.honours.length === 0 && <p className={styles.empty}>{t('roll.none')}</p>}
      <ul className={styles.roll}>
        {props.honours.map((honour) => (
          <HonourCard key={honour.id} {...props} honour={honour} />
        ))}
      </ul>
    </section>
  );
}
