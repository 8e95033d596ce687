import type { MemberRole } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import type { RoleBody } from '../api/people.ts';
import type { Vocabulary } from '../store/board-store.ts';
import form from '../ui/form.module.css';
import { Select } from '../ui/select.tsx';
import styles from './people.module.css';

const roles: readonly MemberRole[] = ['leader', 'verifier', 'spectator', 'steward'];

export interface RoleDraft {
  role: MemberRole;
  units: readonly string[];
}

/** What is sent: only a leader has units. */
export const bodyOf = ({ role, units }: RoleDraft): RoleBody =>
  role === 'leader' ? { role, units: [...units] } : { role };

export const isComplete = ({ role, units }: RoleDraft): boolean =>
  role !== 'leader' || units.length > 0;

interface Props {
  vocabulary: Vocabulary;
  draft: RoleDraft;
  onChange: (draft: RoleDraft) => void;
}

/** A role, and the units that a leader leads. */
export function RoleFields({ vocabulary, draft, onChange }: Props) {
  const { t } = useTranslation('join');
  const toggle = (unit: string, isLed: boolean) =>
    onChange({
      ...draft,
      units: isLed ? [...draft.units, unit] : draft.units.filter((one) => one !== unit),
    });
  return (
    <>
      <Select
        label={t('people.role')}
        options={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
        value={draft.role}
        onChange={(role) => onChange({ ...draft, role })}
      />
      <p className={form.hint}>{t(`may.${draft.role}`)}</p>
      {draft.role === 'leader' && (
        <fieldset className={styles.units}>
          <legend>{t('people.units')}</legend>
          {[...vocabulary.units.values()].map(({ id, name }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={draft.units.includes(id)}
                onChange={(event) => toggle(id, event.target.checked)}
              />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
