import { toMinor, type UnitRow } from '@emulation/shared';
import { useMemo } from 'react';
import { useTopic, type MetricInfo } from '../store/board-store.ts';
import { judgePlausible, type Implausible } from './implausible.ts';
import type { TypedValue } from './typed-value.ts';

/**
 * What makes the typed value implausible for its unit, where something does; `isKnown` as soon as
 * there are the unit's results to judge by, from the server or as this device kept them.
 */
export function useImplausible(
  board: string,
  unit: string,
  metric: MetricInfo | undefined,
  typed: TypedValue,
): { doubt: Implausible | undefined; isKnown: boolean } {
  const { rows, status } = useTopic<UnitRow>(board, unit ? `unit:${unit}` : '');
  const own = useMemo(() => {
    if (!metric) return [];
    return [...rows.values()].flatMap((row) => {
      const isOwn = row.kind === 'result' && row.metric === metric.id && row.unit === unit;
      if (!isOwn || row.state === 'annulled') return [];
      return toMinor(row.value, metric.decimals) ?? [];
    });
  }, [rows, metric, unit]);
  const value = typed.kind === 'value' && metric && toMinor(typed.value, metric.decimals);
  const doubt = value === undefined || value === false ? undefined : judgePlausible(value, own);
  return { doubt, isKnown: status !== 'loading' };
}
