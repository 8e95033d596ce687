import type { ResultState } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import './record-seal.css';

/** How a record stands, by a form as well as by a colour: a full seal is verified, an open one waits. */
export function RecordSeal({ state }: { state: ResultState }) {
  const { t } = useTranslation('wall');
  if (state === 'annulled') return null;
  return (
    <svg
      className="record-seal"
      data-state={state}
      viewBox="0 0 24 24"
      role="img"
      aria-label={t(`seal.${state}`)}
    >
      <circle className="record-seal-ring" cx="12" cy="12" r="10" />
      {state === 'verified' ? (
        <path className="record-seal-tick" d="M7 12.5 10.6 16 17 8.6" />
      ) : (
        <path className="record-seal-wait" d="M12 7v5.4l3.4 2" />
      )}
    </svg>
  );
}
