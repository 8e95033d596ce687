import type { PulseSectorRow } from '@emulation/shared';
import { useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { JointResults } from '../cooperation/joint-results.tsx';
import { formatNumber } from '../ui/format.ts';
import { useQueryState } from '../ui/query-state.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { UnitLinks } from './names.tsx';
import type { PulseParts } from './pulse-parts.ts';
import { lengthOf } from './pulse-rows.ts';
import styles from './pulse.module.css';

/** Bars reach to 150 percent, which is where fulfilment is capped. */
const longest = 150;

type Helping = PulseSectorRow['help'][number];

/** Who helped, with how many results, which open. */
function HelpLine({ help, sector, ...parts }: PulseParts & { help: Helping; sector: string }) {
  const { t } = useTranslation('pulse');
  const [isOpen, setOpen] = useState(false);
  const { board, vocabulary, pulse } = parts;
  const period = pulse.board?.period;
  const span = period ? { from: period.from, to: period.to } : {};
  const roles = 'helped,lent';
  return (
    <li>
      <b>
        {t('balance.help', {
          sector: vocabulary.sectors.get(help.sector)?.name ?? help.sector,
        })}
      </b>{' '}
      <UnitLinks {...{ board, vocabulary }} units={help.units} />{' '}
      <button
        type="button"
        className={styles.opens}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t('balance.results', { count: help.results })}
      </button>
      {isOpen && (
        <JointResults
          {...{ board, vocabulary }}
          query={{ sector, partnerSector: help.sector, roles, ...span }}
          version={help.results}
        />
      )}
    </li>
  );
}

function Help({ sector, ...parts }: PulseParts & { sector: PulseSectorRow }) {
  const { t } = useTranslation('pulse');
  if (sector.help.length === 0)
    return sector.behind ? <p className={styles.quiet}>{t('balance.noHelp')}</p> : null;
  return (
    <ul className={styles.help}>
      {sector.help.map((help) => (
        <HelpLine key={help.sector} {...parts} help={help} sector={sector.sector} />
      ))}
    </ul>
  );
}

function SectorLine({ sector, ...parts }: PulseParts & { sector: PulseSectorRow }) {
  const { t } = useTranslation('pulse');
  const { vocabulary } = parts;
  const name = vocabulary.sectors.get(sector.sector)?.name ?? sector.sector;
  const [, change] = useQueryState();
  const open = () => {
    change({ units: 'all', sector: sector.sector });
    document.getElementById('units')?.scrollIntoView();
  };
  const length = Math.min(longest, lengthOf(sector.fulfilment)) / longest;
  const style = {
    '--sector': sectorColour(vocabulary.sectors, sector.sector),
    '--length': `${length * 100}%`,
  } as CSSProperties; // its type does not know custom properties
  return (
    <li className={styles.sector} style={style}>
      <p className={styles.sectorHead}>
        <b>{name}</b>
        <span>
          {sector.units.of > 0
            ? t('balance.units', { on: sector.units.on, count: sector.units.of })
            : t('balance.noPlan')}
        </span>
        <strong>
          {sector.fulfilment === null ? (
            '–'
          ) : (
            <button type="button" onClick={open}>
              {`${formatNumber(sector.fulfilment, { decimals: 1 })}\u202f%`}
              <span className="visually-hidden"> {t('balance.open', { sector: name })}</span>
            </button>
          )}
        </strong>
      </p>
      <div className={styles.bar} aria-hidden="true">
        <span />
      </div>
      <Help {...parts} sector={sector} />
    </li>
  );
}

/** Every sector's fulfilment side by side, and who is helping those behind. */
export function Balance(parts: PulseParts) {
  const { t } = useTranslation('pulse');
  const sectors = [...parts.pulse.sectors].sort(
    (a, b) => lengthOf(b.fulfilment) - lengthOf(a.fulfilment),
  );
  return (
    <section className={styles.panel} aria-labelledby="balance">
      <h2 id="balance">{t('balance.label')}</h2>
      <p className={styles.quiet}>{t('balance.text')}</p>
      {sectors.length === 0 && <p className={styles.quiet}>{t('balance.none')}</p>}
      <ul className={styles.sectors}>
        {sectors.map((sector) => (
          <SectorLine key={sector.sector} {...parts} sector={sector} />
        ))}
      </ul>
    </section>
  );
}
