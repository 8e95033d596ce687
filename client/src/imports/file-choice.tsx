import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import form from '../ui/form.module.css';
import styles from './imports.module.css';
import type { ImportFlow } from './use-import.ts';

/** A file is chosen, or dropped. */
export function FileChoice({ flow }: { flow: ImportFlow }) {
  const { t } = useTranslation('imports');
  const [isOver, setOver] = useState(false);
  const { stage, open } = flow;
  const take = (file: File | undefined) => {
    setOver(false);
    if (file) void open(file);
  };
  const over = (event: DragEvent) => (event.preventDefault(), setOver(true));
  return (
    <>
      <label
        className={styles.drop}
        data-over={isOver}
        onDragOver={over}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => (event.preventDefault(), take(event.dataTransfer.files[0]))}
      >
        <b>{t('choose')}</b>
        <span>{t('chooseHint')}</span>
        <input
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,text/csv"
          onChange={(event) => take(event.target.files?.[0])}
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
