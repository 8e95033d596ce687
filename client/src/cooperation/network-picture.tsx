import type { CooperationPair } from '@emulation/shared';
import type { CSSProperties } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { chordPath, placeUnits, pointAt, type Placed } from './network-geometry.ts';
import styles from './network.module.css';
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

/** Letters that fit between the circle and the edge; those of Hangul are as wide as two. */
const maxLetters = 18;
const widthOf = (letter: string) => (/[\u1100-\uffdc]/.test(letter) ? 2 : 1);

function shorten(name: string): string {
  let [width, at] = [0, 0];
  const letters = Array.from(name);
  while (at < letters.length && width + widthOf(letters[at] ?? '') <= maxLetters)
    width += widthOf(letters[at++] ?? '');
  if (at === letters.length) return name;
  return `${letters
    .slice(0, at - 1)
    .join('')
    .trimEnd()}…`;
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
function UnitLabel({ placed, name, isLit }: { placed: Placed; name: string; isLit: boolean }) {
  const { angle } = placed;
  const isLeft = angle > Math.PI;
  const at = pointAt(angle, 334);
  const degrees = (angle * 180) / Math.PI + (isLeft ? 90 : -90);
  return (
    <text
      className={styles.name}
      data-lit={isLit}
      transform={`translate(${at.x} ${at.y}) rotate(${degrees})`}
      textAnchor={isLeft ? 'end' : 'start'}
      dominantBaseline="central"
    >
      {shorten(name)}
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
  const lit = pointed || chosen;
  const litUnits = new Set(lit.split('|'));
  const colourOf = (sector: string) =>
    ({ '--sector': sectorColour(vocabulary.sectors, sector) }) as CSSProperties;
  return (
    <svg
      className={styles.picture}
      viewBox="-500 -500 1000 1000"
      role="img"
      aria-label={t('picture', { count: pairs.length, units: units.length })}
      data-lit={lit !== ''}
      data-crowded={units.length > 40}
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
            name={vocabulary.units.get(placed.unit)?.name ?? placed.unit}
            isLit={litUnits.has(placed.unit)}
          />
        </g>
      ))}
    </svg>
  );
}
