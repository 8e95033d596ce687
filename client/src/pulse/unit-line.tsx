import type { PulseUnitRow } from '@emulation/shared';
import { useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../ui/format.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { UnitLink } from './names.tsx';
import type { PulseParts } from './pulse-parts.ts';
import styles from './pulse.module.css';
import unitCss from './units.module.css';
import { UnitPlans } from './unit-plans.tsx';
import { useVersion } from './use-version.ts';

/** One unit: how it stands, and on request what that comes from. */
export function UnitLine({ row, ...parts }: PulseParts & { row: PulseUnitRow }) {
  const { t } = useTranslation('pulse');
  const [isOpen, setOpen] = useState(false);
  const version = useVersion(row);
  const { vocabulary } = parts;
  const sector = vocabulary.units.get(row.unit)?.sector;
  const style = { '--sector': sectorColour(vocabulary.sectors, sector) } as CSSProperties;
  const behind = row.behind.map((metric) => vocabulary.metrics.get(metric)?.name ?? metric);
  const days = row.streak?.workdays ?? 0;
  const notes = [
    ...(behind.length > 0 ? [t('units.behindIn', { metrics: behind.join(', ') })] : []),
    ...(days > 0 ? [t('units.streak', { count: days })] : []),
  ];
  return (
    <li className={unitCss.unit} style={style} data-state={row.state}>
      <div className={unitCss.unitHead}>
        <span className={unitCss.unitName}>
          <UnitLink {...parts} unit={row.unit} />
        </span>
        <span className={unitCss.state} data-state={row.state}>
          {t(`state.${row.state}`)}
        </span>
        <span className={unitCss.unitShare}>
          {row.fulfilment !== null && `${formatNumber(row.fulfilment, { decimals: 1 })}\u202f%`}
        </span>
        <button
          type="button"
          className={styles.opens}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'units.close' : 'units.open', { count: row.plans.of })}
        </button>
      </div>
      {notes.length > 0 && <p className={styles.quiet}>{notes.join(' · ')}</p>}
      {isOpen && <UnitPlans {...parts} unit={row.unit} version={version} />}
    </li>
  );
}
