import { useTranslation } from 'react-i18next';
import { useLink } from '../store/board-store.ts';
import { formatAge, localeOf } from '../ui/format.ts';
import { useNow } from '../ui/now.ts';
import { formatClock } from './clock.ts';

/** Always there: live, or how old. Readable from where the ranking is. */
export function WallTruth({ timeZone }: { timeZone: string }) {
  const { t } = useTranslation('wall');
  const { state, lastHeardAt } = useLink();
  return (
    <p className="wall-truth" data-state={state} role="status">
      <span className="wall-truth-dot" aria-hidden="true" />
      {t(state)}
      {state === 'stale' && lastHeardAt !== null && <Since at={lastHeardAt} timeZone={timeZone} />}
    </p>
  );
}

function Since({ at, timeZone }: { at: number; timeZone: string }) {
  const { t } = useTranslation('wall');
  const now = useNow(1_000);
  const time = formatClock(at, timeZone, localeOf());
  return (
    <span className="wall-truth-age" aria-live="off">
      {t('staleSince', { time, age: formatAge(now - at) })}
    </span>
  );
}

/** A hatched edge around the whole picture: nobody takes an old ranking for today's. */
export function StaleEdge() {
  const { state } = useLink();
  return state === 'stale' ? <div className="wall-stale-edge" aria-hidden="true" /> : null;
}
