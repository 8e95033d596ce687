import { useTranslation } from 'react-i18next';
import form from '../ui/form.module.css';
import styles from './imports.module.css';
import type { ImportFlow } from './use-import.ts';

/** A file is chosen, or dropped: the field for files takes both, all over its frame. */
export function FileChoice({ flow }: { flow: ImportFlow }) {
  const { t } = useTranslation('imports');
  const { stage, open } = flow;
  return (
    <>
      <label className={styles.drop}>
        <b>{t('choose')}</b>
        <span>{t('chooseHint')}</span>
        <input
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,text/csv"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void open(file);
          }}
        />
      </label>
      {stage.kind === 'choosing' && stage.fault && (
        <p role="alert" className={form.wrong}>
          {t(`fault.${stage.fault}`)}
        </p>
      )}
    </>
  );
}
