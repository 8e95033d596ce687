import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
import { Steps } from '../ui/steps.tsx';
import { BoardStep } from './board-step.tsx';
import { HandOutStep } from './hand-out-step.tsx';
import { MetricsStep } from './metrics-step.tsx';
import { PlacesStep } from './places-step.tsx';
import {
  blankSetup,
  keepSetup,
  keptSetup,
  setupSteps,
  type ChangeSetup,
  type SetupForm,
} from './setup-form.ts';
import styles from './setup.module.css';
import { faultsOf } from './setup-faults.ts';
import { useCreation } from './use-creation.ts';

function useSetupForm(): [SetupForm, ChangeSetup] {
  const { i18n } = useTranslation('setup');
  const [held, setHeld] = useState(() => keptSetup(blankSetup(i18n.language)));
  useEffect(() => keepSetup(held), [held]);
  return [held, (changes) => setHeld((before) => ({ ...before, ...changes }))];
}

function SetupSteps({ held, change }: { held: SetupForm; change: ChangeSetup }) {
  const { t } = useTranslation('setup');
  const present = setupSteps.indexOf(held.step);
  return (
    <Steps
      label={t('steps')}
      present={held.step}
      onGo={(step) => change({ step })}
      steps={setupSteps.map((id, at) => ({
        id,
        name: t(`step.${id}`),
        // What is made already is changed at the desk, and nothing is handed out before.
        isDisabled: held.isCreated ? id !== held.step : at > present,
      }))}
    />
  );
}

function StepBody({ held, change }: { held: SetupForm; change: ChangeSetup }) {
  switch (held.step) {
    case 'board':
      return <BoardStep held={held} change={change} />;
    case 'places':
      return <PlacesStep held={held} change={change} />;
    case 'metrics':
      return <MetricsStep held={held} change={change} />;
    case 'hand-out':
      return <HandOutStep held={held} change={change} />;
  }
}

/** From nothing to a board that posts and shows: everything is kept on this device until it stands. */
export function SetupWizard() {
  const { t } = useTranslation('setup');
  const [held, change] = useSetupForm();
  const { progress, refused, create } = useCreation(change);
  const heading = useRef<HTMLHeadingElement>(null);
  const at = setupSteps.indexOf(held.step);
  useEffect(() => {
    heading.current?.focus();
    window.scrollTo({ top: 0 });
  }, [held.step]);
  const faults = faultsOf(held);
  const isLast = held.step === 'metrics';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (faults.length > 0 || progress) return;
    if (isLast) void create(held);
    else change({ step: setupSteps[at + 1] ?? held.step });
  };
  const before = setupSteps[at - 1];
  return (
    <form className={styles.page} onSubmit={submit} aria-busy={progress !== undefined}>
      <header className={styles.head}>
        <p className={styles.crumb}>{t('opened.title')}</p>
        <SetupSteps held={held} change={change} />
        <h1 ref={heading} tabIndex={-1}>
          {t(`heading.${held.step}`)}
        </h1>
      </header>
      <StepBody held={held} change={change} />
      {refused !== undefined && (
        <p role="alert" className={form.wrong}>
          {t('refusedWhy', { why: refused })}
        </p>
      )}
      {held.step !== 'hand-out' && (
        <footer className={styles.footer}>
          {before && (
            <button
              type="button"
              className={button.button}
              onClick={() => change({ step: before })}
            >
              {t('back')}
            </button>
          )}
          <button
            type="submit"
            className={button.primary}
            disabled={faults.length > 0 || progress !== undefined}
          >
            {isLast ? t('create') : t('next')}
          </button>
          <p role="status" className={form.hint}>
            {progress
              ? t('creating', { done: progress.done, of: progress.of })
              : faults.map((fault) => t(`fault.${fault}`)).join(' ')}
          </p>
        </footer>
      )}
    </form>
  );
}
