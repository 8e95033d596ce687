import type { PulseSectorRow } from '@emulation/shared';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatNumber } from '../ui/format.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { UnitLinks } from './names.tsx';
import { resultLink, type PulseParts } from './pulse-parts.ts';
import { lengthOf } from './pulse-rows.ts';
import styles from './pulse.module.css';

/** Bars reach to 150 percent, which is where fulfilment is capped. */
const longest = 150;

function Help({ board, vocabulary, sector }: PulseParts & { sector: PulseSectorRow }) {
  const { t } = useTranslation('pulse');
  if (sector.help.length === 0)
    return sector.behind ? <p className={styles.quiet}>{t('balance.noHelp')}</p> : null;
  return (
    <ul className={styles.help}>
      {sector.help.map((help) => (
        <li key={help.sector}>
          <b>
            {t('balance.help', {
              sector: vocabulary.sectors.get(help.sector)?.name ?? help.sector,
            })}
          </b>{' '}
          <UnitLinks {...{ board, vocabulary }} units={help.units} />{' '}
          <Link href={resultLink(board, help.result)} className={styles.source}>
            {t('balance.results', { count: help.results })}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function SectorLine({ sector, ...parts }: PulseParts & { sector: PulseSectorRow }) {
  const { t } = useTranslation('pulse');
  const { vocabulary } = parts;
  const name = vocabulary.sectors.get(sector.sector)?.name ?? sector.sector;
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
          {sector.fulfilment === null
            ? '–'
            : `${formatNumber(sector.fulfilment, { decimals: 1 })}\u202f%`}
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
