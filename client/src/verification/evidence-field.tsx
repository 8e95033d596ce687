import type { Evidence } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import form from '../ui/form.module.css';

/** One link a line, with words before it if there are any: `Protocol https://…`. */
export function readEvidence(text: string): Evidence[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const at = line.search(/\S+$/);
      const title = line.slice(0, at).trim();
      return { url: line.slice(at), ...(title ? { title } : {}) };
    });
}

export function EvidenceField({
  value,
  onChange,
}: {
  value: string;
  onChange: (value: string) => void;
}) {
  const { t } = useTranslation('verification');
  return (
    <label className={form.field}>
      <span>{t('evidence.label')}</span>
      <textarea
        rows={2}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        placeholder={t('evidence.example')}
      />
      <span className={form.hint}>{t('evidence.hint')}</span>
    </label>
  );
}
