import type { CooperationPair } from '@emulation/shared';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { chordPath, placeUnits } from '../cooperation/network-geometry.ts';
import type { Vocabulary } from '../store/board-store.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { placeBadges } from './network-badges.ts';

interface Props {
  pairs: readonly CooperationPair[];
  /** Those that are numbered in the picture. */
  strongest: readonly CooperationPair[];
  vocabulary: Vocabulary;
}

function useNetwork(pairs: readonly CooperationPair[], { units, sectors }: Vocabulary) {
  return useMemo(() => {
    const present = new Set(pairs.flatMap((pair) => pair.units));
    const shown = [...units.values()].filter(({ id }) => present.has(id));
    return placeUnits(
      [...sectors.keys()].map((sector) => ({
        sector,
        units: shown.filter((unit) => unit.sector === sector).map(({ id }) => id),
      })),
    );
  }, [pairs, units, sectors]);
}

/** Between two numbers, in the units of the picture. */
const badgesApart = 84;

/** Units around a circle by sector, a line between those that worked together. */
export function CooperationNetwork({ pairs, strongest, vocabulary }: Props) {
  const { t } = useTranslation('scenes');
  const { units, arcs } = useNetwork(pairs, vocabulary);
  const places = new Map(units.map((placed) => [placed.unit, placed]));
  const most = Math.max(1, ...pairs.map(({ results }) => results));
  const endsOf = ({ units: [one, other] }: CooperationPair) => {
    const [a, b] = [places.get(one), places.get(other)];
    return a && b ? { a, b } : undefined;
  };
  const numbered = strongest.flatMap((pair, index) => {
    const ends = endsOf(pair);
    return ends ? [{ pair, ends, number: index + 1 }] : [];
  });
  const badges = placeBadges(
    numbered.map(({ ends }) => ends),
    badgesApart,
  );
  const colourOf = (sector: string) => sectorColour(vocabulary.sectors, sector);
  return (
    <svg
      className="cooperation-network"
      viewBox="-340 -340 680 680"
      role="img"
      aria-label={t('cooperation.picture', { count: pairs.length })}
    >
      {[...pairs].reverse().map((pair) => {
        const ends = endsOf(pair);
        if (!ends) return null;
        const isStrong = strongest.includes(pair);
        return (
          <path
            key={pair.units.join('|')}
            className="network-line"
            data-strong={isStrong}
            d={chordPath(ends.a, ends.b)}
            style={{
              stroke: colourOf(ends.a.sector),
              strokeWidth: 2.5 + (12 * pair.results) / most,
            }}
          />
        );
      })}
      {arcs.map(({ sector, path }) => (
        <path key={sector} className="network-arc" d={path} style={{ stroke: colourOf(sector) }} />
      ))}
      {units.map(({ unit, sector, x, y }) => (
        <circle
          key={unit}
          cx={x}
          cy={y}
          r={units.length > 60 ? 4 : 8}
          style={{ fill: colourOf(sector) }}
        />
      ))}
      {numbered.map(({ pair, number }, index) => {
        const { x, y } = badges[index] ?? { x: 0, y: 0 };
        return (
          <g
            key={pair.units.join('|')}
            className="network-badge"
            transform={`translate(${x} ${y})`}
          >
            <circle r={26} />
            <text textAnchor="middle" dominantBaseline="central">
              {number}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
