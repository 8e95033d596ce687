import type { CooperationPair } from '@emulation/shared';
import type { CSSProperties } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { chordPath, placeUnits, pointAt, type Placed } from './network-geometry.ts';
import styles from './network.module.css';
import { crowd, labelRadius, lineShift, planLabels, wrapName } from './network-labels.ts';
import { keyOf, weightOf, type Shown } from './pairs.ts';

interface Props {
  pairs: readonly CooperationPair[];
  vocabulary: Vocabulary;
  shown: Shown;
  chosen: string;
  pointed: string;
  onChoose: (pair: string) => void;
  onPoint: (pair: string) => void;
}

function useNetwork(pairs: readonly CooperationPair[], vocabulary: Vocabulary) {
  return useMemo(() => {
    const present = new Set(pairs.flatMap(({ units }) => units));
    const units = [...vocabulary.units.values()].filter(({ id }) => present.has(id));
    return placeUnits(
      [...vocabulary.sectors.keys()].map((sector) => ({
        sector,
        units: units.filter((unit) => unit.sector === sector).map(({ id }) => id),
      })),
    );
  }, [pairs, vocabulary]);
}

/** Names run outwards from the circle; on its left side they are turned to stay readable. */
function UnitLabel({ placed, lines, isLit }: { placed: Placed; lines: string[]; isLit: boolean }) {
  const { angle } = placed;
  const isLeft = angle > Math.PI;
  const at = pointAt(angle, labelRadius);
  const degrees = (angle * 180) / Math.PI + (isLeft ? 90 : -90);
  return (
    <text
      className={styles.name}
      data-lit={isLit}
      transform={`translate(${at.x} ${at.y}) rotate(${degrees})`}
      textAnchor={isLeft ? 'end' : 'start'}
      dominantBaseline="central"
    >
      {lines.map((line, index) => (
        <tspan
          key={lines.slice(0, index + 1).join('\n')}
          x={0}
          y={`${lineShift(index, lines.length)}em`}
        >
          {line}
        </tspan>
      ))}
    </text>
  );
}

/**
 * Units around a circle, a line between those that worked together; the list beside it says the
 * same in words, and is what keyboards and screen readers use.
 */
export function NetworkPicture(props: Props) {
  const { pairs, vocabulary, shown, chosen, pointed, onChoose, onPoint } = props;
  const { t } = useTranslation('cooperation');
  const { units, arcs } = useNetwork(pairs, vocabulary);
  const places = new Map(units.map((placed) => [placed.unit, placed]));
  const most = Math.max(1, ...pairs.map((pair) => weightOf(pair, shown)));
  const nameOf = (unit: string) => vocabulary.units.get(unit)?.name ?? unit;
  const { size, width, reach } = useMemo(
    () => planLabels(units.map(({ unit }) => vocabulary.units.get(unit)?.name ?? unit)),
    [units, vocabulary],
  );
  const lit = pointed || chosen;
  const litUnits = new Set(lit.split('|'));
  const colourOf = (sector: string) =>
    ({ '--sector': sectorColour(vocabulary.sectors, sector) }) as CSSProperties;
  return (
    <svg
      className={styles.picture}
      viewBox={`${-reach} ${-reach} ${2 * reach} ${2 * reach}`}
      style={{ '--name': `${size}px` } as CSSProperties}
      role="img"
      aria-label={t('picture', { count: pairs.length, units: units.length })}
      data-lit={lit !== ''}
      data-crowded={units.length > crowd}
    >
      {pairs.map((pair) => {
        const [a, b] = [places.get(pair.units[0]), places.get(pair.units[1])];
        if (!a || !b) return null;
        const key = keyOf(pair);
        const path = chordPath(a, b);
        return (
          <g
            key={key}
            className={styles.chord}
            data-lit={key === lit}
            style={
              {
                ...colourOf(a.sector),
                '--width': 2 + (10 * weightOf(pair, shown)) / most,
              } as CSSProperties
            }
            onClick={() => onChoose(key)}
            onPointerEnter={() => onPoint(key)}
            onPointerLeave={() => onPoint('')}
          >
            <path className={styles.line} d={path} />
            <path className={styles.grip} d={path} />
          </g>
        );
      })}
      {arcs.map(({ sector, path }) => (
        <path key={sector} className={styles.arc} d={path} style={colourOf(sector)} />
      ))}
      {units.map((placed) => (
        <g key={placed.unit} style={colourOf(placed.sector)}>
          <circle
            className={styles.unit}
            cx={placed.x}
            cy={placed.y}
            r={litUnits.has(placed.unit) ? 13 : 8}
          />
          <UnitLabel
            placed={placed}
            lines={wrapName(nameOf(placed.unit), width)}
            isLit={litUnits.has(placed.unit)}
          />
        </g>
      ))}
    </svg>
  );
}
