import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../ui/text-field.tsx';
import type { Reach } from './reach.ts';

/** Under which address others find the server; nothing where this page is read under it. */
export function ReachField({ choice }: Pick<Reach, 'choice'>) {
  const { t } = useTranslation('join');
  const id = useId();
  if (!choice) return null;
  const { typed, offered, onType } = choice;
  return (
    <>
      <TextField
        label={t('reach.label')}
        hint={t('reach.hint', { host: location.host })}
        type="url"
        inputMode="url"
        dir="ltr"
        list={id}
        spellCheck={false}
        autoComplete="off"
        value={typed}
        onChange={onType}
      />
      <datalist id={id}>
        {offered.map((address) => (
          <option key={address} value={address}>
            {address}
          </option>
        ))}
      </datalist>
    </>
  );
}
