import { useTranslation } from 'react-i18next';
import button from '../ui/button.module.css';
import { Dialog } from '../ui/dialog.tsx';
import form from '../ui/form.module.css';
import { useSubmit } from '../ui/use-submit.ts';
import styles from './conflict.module.css';
import { differencesOf } from './differences.ts';
import type { EditedForm } from './field-words.ts';
import { readDifference } from './readable-difference.ts';
import { useReading } from './use-reading.ts';
import { Refused } from '../ui/refused.tsx';

interface Props {
  board: string;
  /** What was edited: its form's words are told. */
  kind: EditedForm;
  mine: object;
  /** As it stands now. */
  theirs: object;
  onTake: () => void;
  onOverwrite: () => Promise<unknown> | void;
  onClose: () => void;
}

/** Somebody else has changed it meanwhile: both texts, and which of them is to stand. */
export function ConflictDialog(props: Props) {
  const { board, kind, mine, theirs, onTake, onOverwrite, onClose } = props;
  const { t } = useTranslation('editing');
  const { isBusy, refused, submit } = useSubmit(() => undefined);
  const reading = useReading(board, kind);
  const differences = differencesOf(mine, theirs).flatMap(
    (one) => readDifference(kind, one, reading) ?? [],
  );
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <div className={form.form}>
        <p>{t('text')}</p>
        <table className={styles.conflict}>
          <thead>
            <tr>
              <th scope="col">{t('where')}</th>
              <th scope="col">{t('mine')}</th>
              <th scope="col">{t('theirs')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ id, label, mine: own, theirs: other }) => (
              <tr key={id}>
                <th scope="row">{label}</th>
                <td>{own || '–'}</td>
                <td>{other || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Refused why={refused} />
        <p className={form.actions}>
          <button type="button" className={button.primary} onClick={onTake}>
            {t('take')}
          </button>
          <button
            type="button"
            className={button.button}
            disabled={isBusy}
            onClick={() => submit(async () => onOverwrite())}
          >
            {t('overwrite')}
          </button>
        </p>
      </div>
    </Dialog>
  );
}
