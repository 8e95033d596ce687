import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import button from '../ui/button.module.css';
import { FormDialog } from '../ui/form-dialog.tsx';
import form from '../ui/form.module.css';
import { Switch } from '../ui/switch.tsx';
import styles from './erase.module.css';

interface Props {
  /** `own`: of whoever reads it. */
  whose: 'own' | 'other';
  name: string;
  work: () => Promise<unknown>;
  onClose: () => void;
  onDone: () => void;
}

const going = ['name', 'ways', 'roles', 'devices', 'origins'] as const;
const staying = ['results', 'acts', 'chain'] as const;

/** What goes and what stays when a person is erased; nothing happens before it was read and ticked. */
export function EraseDialog({ whose, name, work, onClose, onDone }: Props) {
  const { t } = useTranslation('join');
  const [isSure, setSure] = useState(false);
  return (
    <FormDialog
      title={t(`erase.${whose}.title`, { name })}
      confirm={t(`erase.${whose}.do`)}
      work={work}
      onClose={onClose}
      onDone={onDone}
      isReady={isSure}
    >
      <section>
        <h3>{t('erase.goes')}</h3>
        <ul className={styles.list}>
          {going.map((what) => (
            <li key={what}>{t(`erase.going.${what}`)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t('erase.stays')}</h3>
        <ul className={styles.list}>
          {staying.map((what) => (
            <li key={what}>{t(`erase.staying.${what}`)}</li>
          ))}
        </ul>
      </section>
      <Switch label={t('erase.sure')} isOn={isSure} onChange={setSure} />
    </FormDialog>
  );
}

/** The way there: what it says is short, what follows is told before anything is done. */
export function EraseEntry({ whose, onOpen }: Pick<Props, 'whose'> & { onOpen: () => void }) {
  const { t } = useTranslation('join');
  return (
    <div className={styles.entry}>
      <p className={form.hint}>{t(`erase.${whose}.lead`)}</p>
      <p className={form.actions}>
        <button type="button" className={button.button} onClick={onOpen}>
          {t(`erase.${whose}.open`)}
        </button>
      </p>
    </div>
  );
}
