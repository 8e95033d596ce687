import type { Aggregate } from '@emulation/shared';
import { useCallback } from 'react';
import { rankings } from '../api/client.ts';
import { useAnswer } from '../drives/use-answer.ts';
import type { MetricInfo, Vocabulary } from '../store/board-store.ts';
import { dateIn } from '../ui/zone-clock.ts';
import { takesPart } from './members.ts';
import { earlierSpan, suggestBaseline, suggestTarget } from './suggestion.ts';
import type { TaskForm, WizardForm } from './wizard-form.ts';

/** What units reached in the equally long time before, and what follows from it for a plan. */
export interface Suggestion {
  from: string;
  to: string;
  units: number;
  baseline?: string;
  target?: string;
}

interface Ask {
  board: string;
  vocabulary: Vocabulary;
  timeZone: string;
  form: WizardForm;
}

export function spanBefore({ form, timeZone }: Pick<Ask, 'form' | 'timeZone'>) {
  return earlierSpan(form, dateIn(timeZone, Date.now()));
}

function scoresOf({ vocabulary, form }: Ask, rows: readonly { unit?: string; score: string }[]) {
  return rows.flatMap(({ unit: id, score }) => {
    const unit = vocabulary.units.get(id ?? '');
    return unit && takesPart(form.members, unit) ? [score] : [];
  });
}

function suggestionFrom(
  scores: readonly string[],
  task: TaskForm,
  metric: MetricInfo,
  span: { from: string; to: string },
): Suggestion {
  const baseline = suggestBaseline(scores, metric);
  const target =
    baseline === undefined
      ? undefined
      : suggestTarget(baseline, Number(task.improvePercent.replace(',', '.')), metric);
  return {
    ...span,
    units: scores.length,
    ...(baseline === undefined ? {} : { baseline }),
    ...(target === undefined ? {} : { target }),
  };
}

const readRows = (
  board: string,
  { metric, aggregate }: { metric: string; aggregate: Aggregate | '' },
  span: { from: string; to: string },
  signal?: AbortSignal,
) =>
  rankings(board, { metric, ...span, ...(aggregate === '' ? {} : { aggregate }) }, signal).then(
    ({ rows }) => rows,
  );

/** Fills what is empty of baselines and targets; what cannot be read stays empty. */
export async function fillPlans(ask: Ask): Promise<WizardForm> {
  const span = spanBefore(ask);
  if (!span) return ask.form;
  const tasks = await Promise.all(
    ask.form.tasks.map(async (task) => {
      const metric = ask.vocabulary.metrics.get(task.metric);
      if (!metric || task.baseline !== '') return task;
      const rows = await readRows(ask.board, task, span).catch(() => []);
      const { baseline = '', target = '' } = suggestionFrom(
        scoresOf(ask, rows),
        task,
        metric,
        span,
      );
      return { ...task, baseline, target };
    }),
  );
  return { ...ask.form, tasks };
}

/** Scores of a time that is over; nothing while they are read. */
function useEarlierRows(board: string, key: string) {
  const ask = useCallback(
    async (signal: AbortSignal) => {
      const [metric = '', aggregate = '', from = '', to = ''] = key.split(' ');
      if (metric === '' || from === '') return { key, rows: [] };
      const measure = { metric, aggregate: aggregate as Aggregate | '' }; // as it was joined below
      return { key, rows: await readRows(board, measure, { from, to }, signal) };
    },
    [board, key],
  );
  const answer = useAnswer(ask, 0);
  const known = 'value' in answer ? answer.value : undefined;
  return known?.key === key ? known.rows : undefined;
}

/** The suggestion for one task; nothing while it is read, or where there is no metric or span. */
export function useSuggestion(ask: Ask, task: TaskForm): Suggestion | undefined {
  const span = spanBefore(ask);
  const metric = ask.vocabulary.metrics.get(task.metric);
  const key = [task.metric, task.aggregate, span?.from, span?.to].join(' ');
  const rows = useEarlierRows(ask.board, key);
  if (!metric || !span || !rows) return undefined;
  return suggestionFrom(scoresOf(ask, rows), task, metric, span);
}
