import { useTranslation } from 'react-i18next';

/** How far a unit has moved today: an arrow, a number and a colour. */
export function PlaceChange({ move }: { move: number | 'new' }) {
  const { t } = useTranslation('wall');
  if (move === 'new')
    return (
      <span className="place-change" data-way="new">
        {t('newPlace')}
      </span>
    );
  if (move === 0)
    return (
      <span className="place-change" data-way="same" role="img" aria-label={t('samePlace')}>
        =
      </span>
    );
  const count = Math.abs(move);
  const way = move > 0 ? 'up' : 'down';
  return (
    <span
      className="place-change"
      data-way={way}
      role="img"
      aria-label={t(way === 'up' ? 'roseBy' : 'fellBy', { count })}
    >
      {way === 'up' ? '▲' : '▼'}
      {count}
    </span>
  );
}
