import { useTranslation } from 'react-i18next';
import { Steps } from '../ui/steps.tsx';
import { stepOf, steps, type Step } from './steps.ts';
import { useWizard } from './wizard.ts';

/** The steps of a drive; where it begins from is chosen once. */
export function StepsNav({ step }: { step: Step }) {
  const { t } = useTranslation('wizard');
  const { go, saved, faults, isBusy } = useWizard();
  const offered = steps.filter((each) => each !== 'start' || !saved);
  return (
    <Steps
      label={t('steps')}
      present={step}
      onGo={go}
      steps={offered.map((id) => ({
        id,
        name: t(`step.${id}`),
        isDisabled: isBusy,
        wrong: faults.some(({ path }) => stepOf(path) === id) ? t('hasErrors') : undefined,
      }))}
    />
  );
}
