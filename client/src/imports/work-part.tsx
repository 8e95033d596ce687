import { useTranslation } from 'react-i18next';
import button from '../ui/button.module.css';
import { formatPercent } from '../ui/format.ts';
import styles from './imports.module.css';
import type { ImportFlow, Stage } from './use-import.ts';

interface Props {
  flow: ImportFlow;
  stage: Extract<Stage, { kind: 'working' }>;
}

/** How far it is: the file is sent, then the server reads it. */
export function WorkPart({ flow, stage }: Props) {
  const { t } = useTranslation('imports');
  const { sent, isPreview } = stage;
  const isSent = sent >= 1;
  const words = isSent
    ? t(isPreview ? 'work.reads' : 'work.adds')
    : t('work.sends', { part: formatPercent(sent, 0) });
  return (
    <div className={styles.work}>
      <p role="status">{words}</p>
      <progress aria-label={words} {...(isSent ? {} : { value: sent })} max={1} />
      {/* What has arrived whole is added; before, nothing was. */}
      {(isPreview || !isSent) && (
        <button type="button" className={button.button} onClick={flow.stop}>
          {t('work.stop')}
        </button>
      )}
    </div>
  );
}
