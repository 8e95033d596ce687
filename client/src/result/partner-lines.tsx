import { maxPartners, partnerRoleSchema } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
import { useItemFocus } from '../ui/item-focus.ts';
import type { PartnerLine } from './correction.ts';
import styles from './correction.module.css';

interface Props {
  vocabulary: Vocabulary;
  /** The unit that posted: it is no partner of itself. */
  own: string;
  lines: readonly PartnerLine[];
  onChange: (lines: readonly PartnerLine[]) => void;
}

const roles = partnerRoleSchema.options;

/** Who had a part in a result, which and how much. */
export function PartnerLines({ vocabulary, own, lines, onChange }: Props) {
  const { t } = useTranslation('result');
  const focus = useItemFocus<HTMLFieldSetElement>();
  const taken = new Set([own, ...lines.map(({ unit }) => unit)]);
  const units = [...vocabulary.units.values()].sort((a, b) => a.name.localeCompare(b.name));
  const edit = (at: number, changes: Partial<PartnerLine>) =>
    onChange(lines.map((line, index) => (index === at ? { ...line, ...changes } : line)));
  const add = () => {
    focus.added();
    onChange([...lines, { unit: '', role: 'performed', share: '' }]);
  };
  return (
    <fieldset className={styles.partners} ref={focus.area}>
      <legend>{t('change.partners')}</legend>
      {lines.map((line, at) => (
        // A line has no name before a unit is chosen, and lines keep their order.
        // oxlint-disable-next-line no-array-index-key
        <p key={at} className={styles.partner} data-item>
          <select
            required
            aria-label={t('change.partner', { number: at + 1 })}
            value={line.unit}
            onChange={(event) => edit(at, { unit: event.target.value })}
          >
            <option value="">{t('change.choose')}</option>
            {units
              .filter(({ id }) => id === line.unit || !taken.has(id))
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </select>
          <select
            aria-label={t('change.role')}
            value={line.role}
            // One of the options below.
            onChange={(event) => edit(at, { role: event.target.value as PartnerLine['role'] })}
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {t(`role.${role}`)}
              </option>
            ))}
          </select>
          <label>
            <input
              inputMode="decimal"
              aria-label={t('change.share')}
              placeholder="="
              maxLength={12}
              value={line.share}
              onChange={(event) => edit(at, { share: event.target.value })}
            />
            <span aria-hidden="true">%</span>
          </label>
          <button
            type="button"
            className={button.button}
            aria-label={t('change.remove', { number: at + 1 })}
            data-remove
            onClick={() => {
              focus.removed(at);
              onChange(lines.filter((_, index) => index !== at));
            }}
          >
            ×
          </button>
        </p>
      ))}
      {lines.length < maxPartners && (
        <button type="button" className={button.button} data-add onClick={add}>
          {t('change.add')}
        </button>
      )}
      <p className={form.hint}>{t('change.shareHint')}</p>
    </fieldset>
  );
}
