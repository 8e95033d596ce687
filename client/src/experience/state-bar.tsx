import type { AdoptionState } from '@emulation/shared';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './state-bar.module.css';

/** The way of an experience into a unit, and beside it the way past. */
export const adoptionStates: readonly AdoptionState[] = [
  'sustained',
  'adopted',
  'trial',
  'studying',
  'offered',
  'not-applicable',
];

/** How many units stand where, as one bar with its numbers in words. */
export function StateBar({ counts }: { counts: Record<AdoptionState, number> }) {
  const { t } = useTranslation('experience');
  const held = adoptionStates.filter((state) => counts[state] > 0);
  if (held.length === 0) return <p className={styles.none}>{t('notOffered')}</p>;
  return (
    <div className={styles.states}>
      <div className={styles.bar} aria-hidden="true">
        {held.map((state) => (
          <span
            key={state}
            data-state={state}
            style={{ '--count': counts[state] } as CSSProperties}
          />
        ))}
      </div>
      <ul className={styles.legend}>
        {held.map((state) => (
          <li key={state} data-state={state}>
            {t('count', { state: t(`state.${state}`), count: counts[state] })}
          </li>
        ))}
      </ul>
    </div>
  );
}
