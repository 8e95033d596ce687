import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import button from '../ui/button.module.css';
import { formatNumber } from '../ui/format.ts';
import form from '../ui/form.module.css';
import styles from './appearance.module.css';
import { faultOf, tidyColour, type ColourFault } from './look-draft.ts';

interface Props {
  name: 'accent' | 'second';
  value: string;
  /** What the picker opens with while no colour is chosen. */
  usual: string;
  onChange: (value: string) => void;
}

function Fault({ fault, id }: { fault: ColourFault; id: string }) {
  const { t } = useTranslation('appearance');
  return (
    <p id={id} className={form.wrong} role="alert">
      {fault.kind === 'unreadable'
        ? t('unreadable')
        : t(`lost.${fault.ground}`, {
            // Never rounded up to what it does not reach.
            ratio: formatNumber((Math.floor(fault.ratio * 10) / 10).toFixed(1), { decimals: 1 }),
          })}
    </p>
  );
}

/** A colour: picked, or typed as its code; without one the usual stands. */
export function ColourField({ name, value, usual, onChange }: Props) {
  const { t } = useTranslation('appearance');
  const id = useId();
  const fault = faultOf(value);
  const isColour = /^#[0-9a-f]{6}$/.test(tidyColour(value));
  return (
    <div className={styles.colour} role="group" aria-labelledby={`${id}name`}>
      <p id={`${id}name`} className={styles.name}>
        {t(name)}
      </p>
      <p className={form.hint}>{t(`${name}Hint`)}</p>
      <div className={styles.pick}>
        <input
          type="color"
          aria-label={t('choose', { what: t(name) })}
          value={isColour ? tidyColour(value) : usual}
          onChange={(event) => onChange(event.target.value)}
        />
        <input
          value={value}
          placeholder={t('usual')}
          aria-label={t('code')}
          aria-invalid={fault !== undefined}
          aria-describedby={fault ? `${id}fault` : undefined}
          maxLength={12}
          spellCheck={false}
          autoComplete="off"
          dir="ltr"
          onChange={(event) => onChange(event.target.value)}
        />
        {value !== '' && (
          <button type="button" className={button.button} onClick={() => onChange('')}>
            {t('takeAway')}
          </button>
        )}
      </div>
      {fault && <Fault fault={fault} id={`${id}fault`} />}
    </div>
  );
}
