import type { DriveTemplate } from '@emulation/shared';
import type { WizardForm } from './wizard-form.ts';

/** By placeholder, the metric of the board that takes its place; none leaves its tasks out. */
export type MetricMapping = Readonly<Record<string, string>>;

interface MetricLike {
  id: string;
  name: string;
  unitOfMeasure: string;
  direction: 'higher' | 'lower';
}

const words = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);

/** How well a metric fits a placeholder: shared words of the names, and the same unit of measure. */
function likeness(metric: MetricLike, wanted: DriveTemplate['metrics'][number]): number {
  if (metric.direction !== wanted.direction) return 0;
  const own = new Set([...words(metric.name), ...words(metric.id)]);
  const shared = words(`${wanted.name} ${wanted.placeholder}`).filter((word) => own.has(word));
  return new Set(shared).size;
}

/** The mapping offered first: metrics with a like name. Nothing is guessed from nothing. */
export function guessMapping(
  template: DriveTemplate,
  metrics: readonly MetricLike[],
): Record<string, string> {
  const taken = new Set<string>();
  const mapping: Record<string, string> = {};
  for (const wanted of template.metrics) {
    const [best] = metrics
      .map((metric) => ({ id: metric.id, score: likeness(metric, wanted) }))
      .filter(({ id, score }) => score > 0 && !taken.has(id))
      .sort((a, b) => b.score - a.score);
    if (best) taken.add(best.id);
    mapping[wanted.placeholder] = best?.id ?? '';
  }
  return mapping;
}

/** A form filled from a template; baselines and targets come from what units reached before. */
export function fillFromTemplate(
  form: WizardForm,
  template: DriveTemplate,
  mapping: MetricMapping,
): WizardForm {
  const { body } = template;
  const { scoring } = body;
  const tasks = template.tasks.flatMap((task) => {
    const metric = mapping[task.metric];
    if (!metric) return [];
    return [
      {
        id: task.id,
        name: task.name,
        metric,
        aggregate: task.aggregate,
        baseline: '',
        target: '',
        weight: task.weight,
        improvePercent: String(task.improvePercent),
      },
    ];
  });
  return {
    ...form,
    name: body.name,
    objectives: body.objectives ?? '',
    graceHours: String(body.graceHours),
    tasks,
    scoring: scoring.kind,
    ...(scoring.kind === 'fulfilment'
      ? { capPercent: String(scoring.capPercent) }
      : { points: scoring.points.join(' ') }),
    bonuses: { ...body.bonuses },
    tieBreaks: body.tieBreaks ?? [],
    lastPlacesHidden: body.lastPlacesHidden === undefined ? '' : String(body.lastPlacesHidden),
  };
}
