import type { PulseUnitRow } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { useQueryState } from '../ui/query-state.ts';
import button from '../ui/button.module.css';
import { Choice } from '../ui/choice.tsx';
import type { PulseParts } from './pulse-parts.ts';
import { lengthOf } from './pulse-rows.ts';
import styles from './pulse.module.css';
import unitCss from './units.module.css';
import { UnitLine } from './unit-line.tsx';

type Shown = 'behind' | 'on' | 'all';
const states: Record<Shown, readonly PulseUnitRow['state'][]> = {
  behind: ['behind', 'silent'],
  on: ['on'],
  all: ['behind', 'silent', 'waiting', 'on', 'none'],
};

/** Those who need attention first, then by how far they are. */
function inOrder(units: readonly PulseUnitRow[], shown: Shown): PulseUnitRow[] {
  const order = states.all;
  return units
    .filter(({ state }) => states[shown].includes(state))
    .sort(
      (a, b) =>
        order.indexOf(a.state) - order.indexOf(b.state) ||
        lengthOf(a.fulfilment) - lengthOf(b.fulfilment) ||
        a.unit.localeCompare(b.unit),
    );
}

/** Every unit against its plan. */
export function UnitsPanel(parts: PulseParts) {
  const { t } = useTranslation('pulse');
  const [query, change] = useQueryState();
  const asked = query.get('units');
  const shown: Shown = asked === 'on' || asked === 'all' ? asked : 'behind';
  const { vocabulary } = parts;
  const sector = vocabulary.sectors.get(query.get('sector') ?? '');
  const all = parts.pulse.units.filter(
    ({ unit }) => !sector || vocabulary.units.get(unit)?.sector === sector.id,
  );
  const units = inOrder(all, shown);
  const count = (of: Shown) => inOrder(all, of).length;
  const options = (['behind', 'on', 'all'] as const).map((value) => ({
    value,
    label: `${t(`units.${value}`)} ${count(value)}`,
  }));
  return (
    <section className={styles.panel} aria-labelledby="units">
      <h2 id="units">{t('units.label')}</h2>
      <Choice
        label={t('units.filter')}
        options={options}
        value={shown}
        onChoose={(value) => change({ units: value === 'behind' ? '' : value })}
      />
      {sector && (
        <p className={styles.actions}>
          <span>{t('units.ofSector', { sector: sector.name })}</span>
          <button type="button" className={button.button} onClick={() => change({ sector: '' })}>
            {t('units.allSectors')}
          </button>
        </p>
      )}
      {units.length === 0 ? (
        <p className={styles.quiet}>{t(`units.none.${shown}`)}</p>
      ) : (
        <ul className={unitCss.units}>
          {units.map((row) => (
            <UnitLine key={row.unit} {...parts} row={row} />
          ))}
        </ul>
      )}
    </section>
  );
}
