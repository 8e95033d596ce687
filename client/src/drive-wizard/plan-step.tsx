import { useTranslation } from 'react-i18next';
import { DateField } from '../ui/date-field.tsx';
import { isFieldFixed } from './fixed-fields.ts';
import { useFault } from './select-field.tsx';
import { TextField } from './text-field.tsx';
import { useWizard } from './wizard.ts';
import type { WizardForm } from './wizard-form.ts';
import styles from './wizard.module.css';

type DateName = 'from' | 'to' | 'pledgesUntil' | 'reviewOn' | 'freezeAt';

function DateInput({ field, withTime = false }: { field: DateName; withTime?: boolean }) {
  const { t } = useTranslation('wizard');
  const { form, edit, saved, timeZone } = useWizard();
  return (
    <DateField
      label={t(`plan.${field}`)}
      hint={t(`plan.${field}Hint`)}
      fault={useFault(field)}
      zone={timeZone}
      withTime={withTime}
      isRequired={field === 'from' || field === 'to'}
      isDisabled={isFieldFixed(saved, field)}
      value={form[field]}
      onChange={(value) => {
        const changes: Partial<WizardForm> = { [field]: value };
        edit(field, changes);
      }}
    />
  );
}

/** What the drive is called and about, and its dates. */
export function PlanStep() {
  const { t } = useTranslation('wizard');
  const { form, edit, saved, timeZone } = useWizard();
  return (
    <>
      <TextField
        path="name"
        label={t('plan.name')}
        required
        maxLength={200}
        isFixed={isFieldFixed(saved, 'name')}
        value={form.name}
        onChange={(name) => edit('name', { name })}
      />
      <TextField
        path="objectives"
        label={t('plan.objectives')}
        hint={t('plan.objectivesHint')}
        multiline
        maxLength={4000}
        isFixed={isFieldFixed(saved, 'objectives')}
        value={form.objectives}
        onChange={(objectives) => edit('objectives', { objectives })}
      />
      <fieldset className={styles.group}>
        <legend>{t('plan.period', { zone: timeZone })}</legend>
        <div className={styles.columns}>
          <DateInput field="from" />
          <DateInput field="to" />
        </div>
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{t('plan.moments')}</legend>
        <div className={styles.columns}>
          <DateInput field="pledgesUntil" />
          <DateInput field="reviewOn" />
          <DateInput field="freezeAt" withTime />
          <TextField
            path="graceHours"
            label={t('plan.graceHours')}
            hint={t('plan.graceHoursHint')}
            inputMode="numeric"
            isFixed={isFieldFixed(saved, 'graceHours')}
            value={form.graceHours}
            onChange={(graceHours) => edit('graceHours', { graceHours })}
          />
        </div>
      </fieldset>
    </>
  );
}
