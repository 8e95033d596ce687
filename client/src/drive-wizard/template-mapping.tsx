import type { DriveTemplate } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import form from '../ui/form.module.css';
import { useWizard } from './wizard.ts';
import styles from './wizard.module.css';

interface Props {
  template: DriveTemplate;
  mapping: Record<string, string>;
  onChange: (mapping: Record<string, string>) => void;
}

/** Which metric of the board takes the place of each one that the template names. */
export function TemplateMapping({ template, mapping, onChange }: Props) {
  const { t } = useTranslation('wizard');
  const { vocabulary } = useWizard();
  return (
    <fieldset className={styles.group}>
      <legend>{t('start.mapping')}</legend>
      <div className={styles.columns}>
        {template.metrics.map((wanted) => (
          <label key={wanted.placeholder} className={form.field}>
            <span>
              {wanted.unitOfMeasure ? `${wanted.name} (${wanted.unitOfMeasure})` : wanted.name}
            </span>
            <select
              value={mapping[wanted.placeholder] ?? ''}
              onChange={(event) =>
                onChange({ ...mapping, [wanted.placeholder]: event.target.value })
              }
            >
              <option value="">{t('start.without')}</option>
              {[...vocabulary.metrics.values()]
                .filter(({ direction }) => direction === wanted.direction)
                .map(({ id, name, unitOfMeasure }) => (
                  <option key={id} value={id}>
                    {unitOfMeasure ? `${name} (${unitOfMeasure})` : name}
                  </option>
                ))}
            </select>
            <span className={form.hint}>{t(`tasks.${wanted.direction}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
