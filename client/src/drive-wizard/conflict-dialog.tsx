import type { DriveBody } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import type { DriveAnswer } from '../api/drives.ts';
import button from '../ui/button.module.css';
import { Dialog } from '../ui/dialog.tsx';
import form from '../ui/form.module.css';
import styles from './conflict.module.css';
import { differencesOf } from './differences.ts';
import { formOf, bodyOf } from './form-body.ts';

interface Props {
  mine: DriveBody;
  theirs: DriveAnswer;
  timeZone: string;
  onTake: () => void;
  onOverwrite: () => void;
  onClose: () => void;
}

/** Somebody else has changed the drive meanwhile: both texts, and which of them is to stand. */
export function ConflictDialog({ mine, theirs, timeZone, onTake, onOverwrite, onClose }: Props) {
  const { t } = useTranslation('wizard');
  // Read and written by the same form, so that only what somebody changed differs.
  const differences = differencesOf(mine, bodyOf(formOf(theirs, timeZone), timeZone));
  return (
    <Dialog title={t('conflict.title')} onClose={onClose}>
      <div className={form.form}>
        <p>{t('conflict.text')}</p>
        <table className={styles.conflict}>
          <thead>
            <tr>
              <th scope="col">{t('conflict.where')}</th>
              <th scope="col">{t('conflict.mine')}</th>
              <th scope="col">{t('conflict.theirs')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ path, mine: own, theirs: other }) => (
              <tr key={path}>
                <th scope="row">{path}</th>
                <td>{own || '–'}</td>
                <td>{other || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={form.actions}>
          <button type="button" className={button.primary} onClick={onTake}>
            {t('conflict.take')}
          </button>
          <button type="button" className={button.button} onClick={onOverwrite}>
            {t('conflict.overwrite')}
          </button>
        </p>
      </div>
    </Dialog>
  );
}
