import { useTranslation } from 'react-i18next';
import form from '../ui/form.module.css';

export function NameField({
  value,
  onChange,
}: {
  value: string;
  onChange: (name: string) => void;
}) {
  const { t } = useTranslation('desk');
  return (
    <label className={form.field}>
      <span>{t('column.name')}</span>
      <input
        required
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
