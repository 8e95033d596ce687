import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import drives from '../drives/drives.module.css';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
import { ConflictDialog } from './conflict-dialog.tsx';
import { holdOf } from './fixed-fields.ts';
import { neighbour, type Step } from './steps.ts';
import { StepsNav } from './steps-nav.tsx';
import { useWizard } from './wizard.ts';
import styles from './wizard.module.css';

/** Where what is written stands: on the board, or on this device only. */
function Whereabouts() {
  const { t } = useTranslation('wizard');
  const { saved, isUnsaved, isBusy, refused, faults } = useWizard();
  if (isBusy) return <p role="status">{t('saving')}</p>;
  if (refused !== undefined)
    return (
      <p role="alert" className={form.wrong}>
        {t('notSaved', { why: refused })}
      </p>
    );
  if (faults.length > 0)
    return (
      <p role="status" className={form.hint}>
        {t('incomplete')}
      </p>
    );
  const isOpen = saved && saved.state !== 'draft';
  const word = !saved ? 'kept' : isUnsaved ? 'unsaved' : isOpen ? 'savedOpen' : 'savedDraft';
  return (
    <p role="status" className={form.hint}>
      {t(word)}
    </p>
  );
}

/** Steps, the present one with its heading, and the ways on and back. */
export function WizardFrame({ step, children }: { step: Step; children: ReactNode }) {
  const { t } = useTranslation('wizard');
  const { board, saved, go, isBusy, conflict, timeZone } = useWizard();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    heading.current?.focus();
    window.scrollTo({ top: 0 });
  }, [step]);
  const next = neighbour(step, 1);
  const before = neighbour(step, -1);
  const back = before === 'start' && saved ? undefined : before;
  const hold = holdOf(saved);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (next) go(next);
  };
  return (
    <>
      <header className={drives.driveHead}>
        <p className={drives.crumb}>
          <Link href={saved ? `/b/${board}/drives/${saved.id}` : `/b/${board}/drives`}>
            {saved ? t('toDrive') : t('drives:all')}
          </Link>
        </p>
        <h1 className={styles.title}>{saved ? t('change', { name: saved.name }) : t('new')}</h1>
        <StepsNav step={step} />
      </header>
      <form className={styles.body} onSubmit={submit} aria-busy={isBusy}>
        <h2 ref={heading} tabIndex={-1}>
          {t(`step.${step}`)}
        </h2>
        {hold !== 'open' && <p className={styles.hold}>{t(`hold.${hold}`)}</p>}
        {children}
        {conflict && (
          <ConflictDialog
            {...{ board, mine: conflict.mine, theirs: conflict.theirs, timeZone }}
            onTake={conflict.take}
            onOverwrite={conflict.overwrite}
            onClose={conflict.leave}
          />
        )}
        <footer className={styles.footer}>
          {back && (
            <button
              type="button"
              className={button.button}
              disabled={isBusy}
              onClick={() => go(back)}
            >
              {t('back')}
            </button>
          )}
          {next && step !== 'start' && (
            <button type="submit" className={button.primary} disabled={isBusy}>
              {t('next', { step: t(`step.${next}`) })}
            </button>
          )}
          <Whereabouts />
        </footer>
      </form>
    </>
  );
}
