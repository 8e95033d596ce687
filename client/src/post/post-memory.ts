import type { MetricInfo, Vocabulary } from '../store/board-store.ts';
import { isText, isTexts, recall, recallTyped, remember } from './device-memory.ts';
import type { Draft } from './draft.ts';

/** Most metrics remembered as used on this device. */
const most = 12;

export function rememberUse(board: string, unit: string, metric: string): void {
  remember(board, 'unit', unit);
  const used = recall(board, 'metrics', isTexts) ?? [];
  remember(board, 'metrics', [metric, ...used.filter((one) => one !== metric)].slice(0, most));
}

/** Metrics relevant to a sector: last used on this device first, then in the board's order. */
export function metricsFor(board: string, vocabulary: Vocabulary, unit: string): MetricInfo[] {
  const sector = vocabulary.units.get(unit)?.sector;
  const used = recall(board, 'metrics', isTexts) ?? [];
  const rank = (metric: MetricInfo) => {
    const at = used.indexOf(metric.id);
    return at < 0 ? most : at;
  };
  return [...vocabulary.metrics.values()]
    .filter((metric) => !sector || !metric.sectors || metric.sectors.includes(sector))
    .sort((a, b) => rank(a) - rank(b));
}

/** The form as this device left it: its unit, and the metric it used last. */
function freshDraft(board: string, vocabulary: Vocabulary): Draft {
  const remembered = recall(board, 'unit', isText) ?? '';
  const only = vocabulary.units.size === 1 ? [...vocabulary.units.keys()][0] : undefined;
  const unit = vocabulary.units.has(remembered) ? remembered : (only ?? '');
  const metrics = metricsFor(board, vocabulary, unit);
  const [last] = recall(board, 'metrics', isTexts) ?? [];
  const metric =
    metrics.find((one) => one.id === last) ?? (metrics.length === 1 ? metrics[0] : undefined);
  return {
    unit,
    metric: metric?.id ?? '',
    value: '',
    when: { kind: 'now' },
    partners: [],
    note: '',
  };
}

/** What was being typed when the page was reloaded or put away, else a fresh form. */
export function firstDraft(board: string, vocabulary: Vocabulary): Draft {
  const typed = recallTyped(board);
  const fits = typed && vocabulary.units.has(typed.unit) && vocabulary.metrics.has(typed.metric);
  return fits ? typed : freshDraft(board, vocabulary);
}
