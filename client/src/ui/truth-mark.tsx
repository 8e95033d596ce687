import { useTranslation } from 'react-i18next';
import { useLink } from '../store/board-store.ts';
import { formatAge, localeOf } from './format.ts';
import frame from './frame.module.css';
import { useNow } from './now.ts';

/** Says whether what is shown is true now, and otherwise how old it is. */
export function TruthMark() {
  const { t } = useTranslation();
  const { state, lastHeardAt } = useLink();
  const now = useNow(1000);
  const age = lastHeardAt === null ? '' : formatAge(now - lastHeardAt);
  return (
    <p className={frame.truth} data-state={state} role="status">
      <span className={frame.truthDot} aria-hidden="true" />
      <span className={frame.truthWord}>
        {state === 'stale' ? t('link.stale') : t(`link.${state}`)}
      </span>
      {state === 'stale' && (
        <span className={frame.truthAge} aria-live="off">
          {age}
        </span>
      )}
    </p>
  );
}

/** The same in words, across the page, while the server is silent. */
export function SilenceBanner() {
  const { t } = useTranslation();
  const { state, lastHeardAt } = useLink();
  const now = useNow(1000);
  if (state !== 'stale' || lastHeardAt === null) return null;
  const time = new Intl.DateTimeFormat(localeOf(), { timeStyle: 'medium' }).format(lastHeardAt);
  return (
    <div className={frame.silence}>
      <p>{t('link.silence', { time, age: formatAge(now - lastHeardAt) })}</p>
    </div>
  );
}
