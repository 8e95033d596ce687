import { Fragment } from 'react';
import { Link } from 'wouter';
import type { Vocabulary } from '../store/board-store.ts';
import { unitLink } from './pulse-parts.ts';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  units: readonly string[];
  metric?: string;
}

export function UnitLink({
  board,
  vocabulary,
  unit,
  metric,
}: Omit<Props, 'units'> & { unit: string }) {
  return (
    <Link href={unitLink(board, unit, metric)}>{vocabulary.units.get(unit)?.name ?? unit}</Link>
  );
}

/** Names of units in a row, each leading to its page. */
export function UnitLinks({ units, ...props }: Props) {
  return units.map((unit, at) => (
    <Fragment key={unit}>
      {at > 0 && ', '}
      <UnitLink {...props} unit={unit} />
    </Fragment>
  ));
}
