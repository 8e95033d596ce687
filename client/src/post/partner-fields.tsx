import { maxPartners, type PartnerRole } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import { useItemFocus } from '../ui/item-focus.ts';
import type { Draft, DraftPartner } from './draft.ts';
import { Field } from './field.tsx';
import { UnitSearchBox } from './unit-search-box.tsx';
import styles from './detail-fields.module.css';

interface Props {
  vocabulary: Vocabulary;
  draft: Draft;
  error: string | undefined;
  edit: (changes: Partial<Draft>) => void;
}

const roles: readonly PartnerRole[] = ['performed', 'helped', 'lent'];

interface LineProps {
  name: string;
  partner: DraftPartner;
  onChange: (changes: Partial<DraftPartner>) => void;
  onRemove: () => void;
}

function PartnerLine({ name, partner, onChange, onRemove }: LineProps) {
  const { t } = useTranslation('post');
  return (
    <div className={styles.partner} data-item>
      <span>{name}</span>
      <select
        aria-label={t('details.role', { unit: name })}
        value={partner.role}
        // One of the options below.
        onChange={(event) => onChange({ role: event.target.value as PartnerRole })}
      >
        {roles.map((one) => (
          <option key={one} value={one}>
            {t(`details.roles.${one}`)}
          </option>
        ))}
      </select>
      <label className={styles.share}>
        <input
          inputMode="decimal"
          autoComplete="off"
          maxLength={12}
          placeholder="="
          aria-label={t('details.share', { unit: name })}
          value={partner.share ?? ''}
          onChange={(event) => onChange({ share: event.target.value })}
        />
        <span aria-hidden="true">%</span>
      </label>
      <button
        type="button"
        aria-label={t('details.remove', { unit: name })}
        data-remove
        onClick={onRemove}
      >
        ×
      </button>
    </div>
  );
}

/** Units that made the result together, what each did, and which part of it is whose. */
export function PartnerFields({ vocabulary, draft, error, edit }: Props) {
  const { t } = useTranslation('post');
  const { partners } = draft;
  const focus = useItemFocus<HTMLDivElement>();
  const without = [draft.unit, ...partners.map((partner) => partner.unit)];
  const nameOf = (unit: string) => vocabulary.units.get(unit)?.name ?? unit;
  return (
    <div ref={focus.area}>
      <Field id="partners" label={t('details.partners')} error={error}>
        {partners.map((partner, at) => (
          <PartnerLine
            key={partner.unit}
            name={nameOf(partner.unit)}
            partner={partner}
            onChange={(changes) =>
              edit({
                partners: partners.map((one) => (one === partner ? { ...one, ...changes } : one)),
              })
            }
            onRemove={() => {
              focus.removed(at);
              edit({ partners: partners.filter((one) => one !== partner) });
            }}
          />
        ))}
        {partners.length > 0 && <p className={styles.shares}>{t('details.shares')}</p>}
        {partners.length < maxPartners && (
          <UnitSearchBox
            id="partners"
            label={t('details.addPartner')}
            vocabulary={vocabulary}
            without={without}
            error={error}
            onChoose={(unit) => edit({ partners: [...partners, { unit, role: 'performed' }] })}
          />
        )}
      </Field>
    </div>
  );
}
