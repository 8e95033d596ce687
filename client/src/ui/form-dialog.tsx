import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import button from './button.module.css';
import { Dialog } from './dialog.tsx';
import form from './form.module.css';
import { useSubmit } from './use-submit.ts';
import { Refused } from './refused.tsx';

interface Props {
  title: string;
  /** What the button that does it says. */
  confirm: string;
  /** Asks the server; the dialog closes once it went through, and says why where it was refused. */
  work: () => Promise<unknown>;
  onClose: () => void;
  /** Where something else than closing follows. */
  onDone?: () => void;
  /** What is written so far can be sent; the fields say what is missing where it cannot. */
  isReady?: boolean;
  /** Something else that can be done with the same thing, as removing it. */
  also?: { label: string; work: () => Promise<unknown> } | undefined;
  children: ReactNode;
}

/** A question with fields: one button does it, another leaves everything as it is. */
export function FormDialog(props: Props) {
  const { title, confirm, work, onClose, onDone = onClose, isReady = true, also, children } = props;
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
        <Refused why={refused} />
        <p className={form.actions}>
          <button
            type="submit"
            className={button.primary}
            disabled={!isReady}
            aria-disabled={isBusy}
          >
            {confirm}
          </button>
          <button type="button" className={button.button} onClick={onClose}>
            {t('common:cancel')}
          </button>
          {also && (
            <button
              type="button"
              className={button.button}
              disabled={isBusy}
              onClick={() => submit(also.work)}
            >
              {also.label}
            </button>
          )}
        </p>
      </form>
    </Dialog>
  );
}
