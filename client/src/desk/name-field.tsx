import { useTranslation } from 'react-i18next';
import { TextField } from '../ui/text-field.tsx';

export function NameField({
  value,
  onChange,
}: {
  value: string;
  onChange: (name: string) => void;
}) {
  const { t } = useTranslation('desk');
  return (
    <TextField
      label={t('column.name')}
      required
      maxLength={200}
      value={value}
      onChange={onChange}
    />
  );
}
