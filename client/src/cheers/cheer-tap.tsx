import type { CheersRow } from '@emulation/shared';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTopic } from '../store/board-store.ts';
import { cheer } from '../store/subscriptions.ts';
import styles from './cheers.module.css';

export interface CheerTapProps {
  board: string;
  /** One of the two. */
  unit?: string;
  result?: string;
  /** Of whom it is a cheer, for those who hear the page. */
  name: string;
}

/** The server tells of cheers about once a second: until then one's own are added here. */
const settleMs = 2_500;

function useOwnTaps(): [number, () => void] {
  const [taps, setTaps] = useState(0);
  useEffect(() => {
    if (taps === 0) return undefined;
    const timer = setTimeout(() => setTaps(0), settleMs);
    return () => clearTimeout(timer);
  }, [taps]);
  return [taps, () => setTaps((count) => count + 1)];
}

/** A tap cheers; how many have is seen by everybody, and whose they are by nobody. */
export function CheerTap({ board, unit, result, name }: CheerTapProps) {
  const { t } = useTranslation();
  const { rows } = useTopic<CheersRow>(board, 'cheers');
  const [taps, addTap] = useOwnTaps();
  const [before, setBefore] = useState(0);
  const counted = rows.get(unit === undefined ? `result:${result}` : `unit:${unit}`)?.count ?? 0;
  const count = Math.max(counted, taps === 0 ? 0 : before + taps);
  const press = async () => {
    const about = unit === undefined ? { result: result ?? '' } : { unit };
    if (taps === 0) setBefore(counted);
    if (await cheer(board, about)) addTap();
  };
  return (
    <button
      type="button"
      className={styles.cheer}
      onClick={() => void press()}
      aria-label={t('cheer.say', { name, count })}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true" className={styles.mark} key={taps}>
        <path d="M12 2l2.6 6.3 6.8.5-5.2 4.4 1.7 6.6L12 16.2l-5.9 3.6 1.7-6.6L2.6 8.8l6.8-.5z" />
      </svg>
      <span aria-hidden="true">{t('cheer.count', { count })}</span>
    </button>
  );
}
