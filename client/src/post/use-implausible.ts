import { toMinor, type UnitRow } from '@emulation/shared';
import { useMemo } from 'react';
import { useTopic, type MetricInfo } from '../store/board-store.ts';
import { judgePlausible, type Implausible } from './implausible.ts';
import type { TypedValue } from './typed-value.ts';

/** What makes the typed value implausible for its unit; undefined where nothing does. */
export function useImplausible(
  board: string,
  unit: string,
  metric: MetricInfo | undefined,
  typed: TypedValue,
): Implausible | undefined {
  const { rows } = useTopic<UnitRow>(board, unit ? `unit:${unit}` : '');
  const own = useMemo(() => {
    if (!metric) return [];
    return [...rows.values()].flatMap((row) => {
      const isOwn = row.kind === 'result' && row.metric === metric.id && row.unit === unit;
      if (!isOwn || row.state === 'annulled') return [];
      return toMinor(row.value, metric.decimals) ?? [];
    });
  }, [rows, metric, unit]);
  const value = typed.kind === 'value' && metric && toMinor(typed.value, metric.decimals);
  return value === undefined || value === false ? undefined : judgePlausible(value, own);
}
