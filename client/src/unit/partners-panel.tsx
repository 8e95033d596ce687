import type { PartnerRow, UnitRow } from '@emulation/shared';
import type { TFunction } from 'i18next';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { UnitInfo, Vocabulary } from '../store/board-store.ts';
import { formatDate } from '../ui/format.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import styles from './partners.module.css';

interface Props {
  board: string;
  unit: UnitInfo;
  vocabulary: Vocabulary;
  rows: ReadonlyMap<string, UnitRow>;
}

const roles = ['together', 'helpedUs', 'helpedThem', 'lentUs', 'lentThem'] as const;

function sayRoles(t: TFunction, row: PartnerRow): string {
  return roles
    .filter((role) => row[role] > 0)
    .map((role) => t(`unit:with.${role}`, { count: row[role] }))
    .join(' · ');
}

/** Whom the unit worked with, how often, and when last; each opens their joint results. */
export function PartnersPanel({ board, unit, vocabulary, rows }: Props) {
  const { t } = useTranslation('unit');
  const partners = [...rows.values()].flatMap((row) => (row.kind === 'with' ? [row] : []));
  if (partners.length === 0) return null;
  partners.sort((a, b) => b.results - a.results || (a.unit < b.unit ? -1 : 1));
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  return (
    <section className={styles.panel} aria-labelledby="partners-title">
      <h2 id="partners-title">{t('with.label')}</h2>
      <ul className={styles.partners}>
        {partners.map((row) => {
          const other = vocabulary.units.get(row.unit);
          const colour = sectorColour(vocabulary.sectors, other?.sector);
          const pair = [unit.id, row.unit].sort().join('|');
          return (
            <li key={row.unit} style={{ '--sector': colour } as CSSProperties}>
              <Link href={`/b/${board}/u/${row.unit}`} className={styles.name}>
                {other?.name ?? row.unit}
              </Link>
              <Link href={`/b/${board}/cooperation?pair=${encodeURIComponent(pair)}`}>
                {t('with.results', { count: row.results })}
              </Link>
              <small>
                {sayRoles(t, row)} ·{' '}
                <Link href={`/b/${board}/r/${row.lastResult}`}>
                  {t('with.last', { date: formatDate(row.lastAt, timeZone) })}
                </Link>
              </small>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
