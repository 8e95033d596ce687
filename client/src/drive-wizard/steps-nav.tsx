import { useTranslation } from 'react-i18next';
import { stepOf, steps, type Step } from './steps.ts';
import { useWizard } from './wizard.ts';
import styles from './wizard.module.css';

/** All steps in order: where one is, what is wrong where, and a way to each. */
export function StepsNav({ step }: { step: Step }) {
  const { t } = useTranslation('wizard');
  const { go, saved, faults, isBusy } = useWizard();
  const offered = steps.filter((each) => each !== 'start' || !saved);
  return (
    <nav aria-label={t('steps')} className={styles.steps}>
      <ol>
        {offered.map((each, at) => {
          const isWrong = faults.some(({ path }) => stepOf(path) === each);
          return (
            <li key={each}>
              <button
                type="button"
                disabled={isBusy}
                aria-current={each === step ? 'step' : undefined}
                data-wrong={isWrong}
                onClick={() => go(each)}
              >
                <b>{at + 1}</b>
                <span>{t(`step.${each}`)}</span>
                {isWrong && <span className="visually-hidden">{t('hasErrors')}</span>}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
