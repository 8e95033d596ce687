import type { ResultRow } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { ChangeDialog } from './change-dialog.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import styles from './result.module.css';

interface Props {
  board: string;
  result: ResultRow;
  vocabulary: Vocabulary;
}

/** A result that is wrong is corrected, one that should not stand is annulled. */
export function ChangeBar(props: Props) {
  const { t } = useTranslation('result');
  const [open, setOpen] = useState<'correction' | 'annulment'>();
  const { board, result, vocabulary } = props;
  const close = () => setOpen(undefined);
  return (
    <p className={styles.changes}>
      {(['correction', 'annulment'] as const).map((how) => (
        <button key={how} type="button" className={button.button} onClick={() => setOpen(how)}>
          {t(`change.${how}.open`)}
        </button>
      ))}
      {open === 'correction' && <CorrectDialog {...props} onClose={close} />}
      {open === 'annulment' && (
        <ChangeDialog
          {...{ board, vocabulary }}
          result={result.id}
          how="annulment"
          change={{}}
          onClose={close}
        >
          <span>{t('change.annulment.text')}</span>
        </ChangeDialog>
      )}
    </p>
  );
}
