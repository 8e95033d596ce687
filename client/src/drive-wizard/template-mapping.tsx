import type { DriveTemplate } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { Select } from '../ui/select.tsx';
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
          <Select
            key={wanted.placeholder}
            label={wanted.unitOfMeasure ? `${wanted.name} (${wanted.unitOfMeasure})` : wanted.name}
            hint={t(`tasks.${wanted.direction}`)}
            options={[
              { value: '', label: t('start.without') },
              ...[...vocabulary.metrics.values()]
                .filter(({ direction }) => direction === wanted.direction)
                .map(({ id, name, unitOfMeasure }) => ({
                  value: id,
                  label: unitOfMeasure ? `${name} (${unitOfMeasure})` : name,
                })),
            ]}
            value={mapping[wanted.placeholder] ?? ''}
            onChange={(metric) => onChange({ ...mapping, [wanted.placeholder]: metric })}
          />
        ))}
      </div>
    </fieldset>
  );
}
