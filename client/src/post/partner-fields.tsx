import { maxPartners, type PartnerRole } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import type { Draft } from './draft.ts';
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

/** Units that made the result together, and what each did. */
export function PartnerFields({ vocabulary, draft, error, edit }: Props) {
  const { t } = useTranslation('post');
  const { partners } = draft;
  const without = [draft.unit, ...partners.map((partner) => partner.unit)];
  const nameOf = (unit: string) => vocabulary.units.get(unit)?.name ?? unit;
  return (
    <Field id="partners" label={t('details.partners')} error={error}>
      {partners.map(({ unit, role }) => (
        <div key={unit} className={styles.partner}>
          <span>{nameOf(unit)}</span>
          <select
            aria-label={t('details.role', { unit: nameOf(unit) })}
            value={role}
            onChange={(event) => {
              const next = event.target.value as PartnerRole; // one of the options below
              edit({
                partners: partners.map((one) => (one.unit === unit ? { unit, role: next } : one)),
              });
            }}
          >
            {roles.map((one) => (
              <option key={one} value={one}>
                {t(`details.roles.${one}`)}
              </option>
            ))}
          </select>
          <button
            type="button"
            aria-label={t('details.remove', { unit: nameOf(unit) })}
            onClick={() => edit({ partners: partners.filter((one) => one.unit !== unit) })}
          >
            ×
          </button>
        </div>
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
  );
}
