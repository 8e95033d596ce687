import { useTranslation } from 'react-i18next';
import button from '../ui/button.module.css';
import { useFollowed } from './followed.ts';

/** Follows a unit on this device, or no longer. */
export function FollowButton({ board, unit }: { board: string; unit: string }) {
  const { t } = useTranslation('follow');
  const [followed, toggle] = useFollowed(board);
  const isFollowed = followed.includes(unit);
  return (
    <button
      type="button"
      className={button.button}
      aria-pressed={isFollowed}
      onClick={() => toggle(unit)}
    >
      {isFollowed ? `★ ${t('followed')}` : `☆ ${t('follow')}`}
    </button>
  );
}
