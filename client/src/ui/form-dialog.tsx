import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import button from './button.module.css';
import { Dialog } from './dialog.tsx';
import form from './form.module.css';
import { useSubmit } from './use-submit.ts';

interface Props {
  title: string;
  /** What the button that does it says. */
  confirm: string;
  /** Asks the server; the dialog closes once it went through, and says why where it was refused. */
  work: () => Promise<unknown>;
  onClose: () => void;
  /** Where something else than closing follows. */
  onDone?: () => void;
  children: ReactNode;
}

/** A question with fields: one button does it, another leaves everything as it is. */
export function FormDialog({ title, confirm, work, onClose, onDone = onClose, children }: Props) {
  const { t } = useTranslation();
  const { isBusy, refused, submit } = useSubmit(onDone);
  const send = (event: FormEvent) => {
    event.preventDefault();
    submit(work);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className={form.form} onSubmit={send}>
        {children}
        {refused !== undefined && (
          <p className={form.wrong} role="alert">
            {refused}
          </p>
        )}
        <p className={form.actions}>
          <button type="submit" className={button.primary} disabled={isBusy}>
            {confirm}
          </button>
          <button type="button" className={button.button} onClick={onClose}>
            {t('common:cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
