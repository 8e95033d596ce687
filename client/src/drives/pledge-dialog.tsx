import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pledge } from '../api/drives.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import form from '../ui/form.module.css';
import { formatValue } from '../ui/format.ts';
import { UnitSelect } from '../ui/unit-select.tsx';
import type { DriveParts } from './drive-parts.ts';

interface Props extends DriveParts {
  unit: string;
  onClose: () => void;
}

/** A unit's counter-plan: what it sets itself beyond the target, task by task. */
export function PledgeDialog({ board, vocabulary, drive, unit: given, onClose }: Props) {
  const { t } = useTranslation('drives');
  const [unit, setUnit] = useState(given);
  const [values, setValues] = useState<Record<string, string>>({});
  const send = () => {
    const filled = Object.entries(values).filter(([, value]) => value.trim() !== '');
    return pledge(board, drive.id, unit, Object.fromEntries(filled));
  };
  return (
    <FormDialog title={t('pledge.title')} confirm={t('pledge.do')} work={send} onClose={onClose}>
      <p>{t('pledge.text')}</p>
      <UnitSelect
        label={t('pledge.unit')}
        vocabulary={vocabulary}
        value={unit}
        onChange={setUnit}
        isRequired
      />
      {drive.tasks.map((task) => {
        const metric = vocabulary.metrics.get(task.metric);
        const target = metric ? formatValue(task.target, metric) : task.target;
        return (
          <label key={task.id} className={form.field}>
            <span>{task.name ?? metric?.name ?? task.metric}</span>
            <input
              inputMode="decimal"
              placeholder={task.target}
              value={values[task.id] ?? ''}
              onChange={(event) => setValues({ ...values, [task.id]: event.target.value })}
            />
            <span className={form.hint}>{t('pledge.target', { target })}</span>
          </label>
        );
      })}
    </FormDialog>
  );
}
