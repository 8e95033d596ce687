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
    // In Hangul two syllables are a whole word; in Latin letters they are mostly an article.
    .filter((word) => word.length > 2 || /^\p{Script=Hangul}{2}$/u.test(word));

/** How many words the names of a metric and of a placeholder share. */
function likeness(metric: MetricLike, names: string): number {
  const own = new Set([...words(metric.name), ...words(metric.id)]);
  return new Set(words(names).filter((word) => own.has(word))).size;
}

/**
 * The mapping offered first: metrics with a like name in any of the languages the template is given
 * in. Nothing is guessed from nothing.
 */
export function guessMapping(
  [template, ...others]: readonly [DriveTemplate, ...DriveTemplate[]],
  metrics: readonly MetricLike[],
): Record<string, string> {
  const taken = new Set<string>();
  const mapping: Record<string, string> = {};
  for (const wanted of template.metrics) {
    const { placeholder, direction } = wanted;
    const also = others.flatMap((other) =>
      other.metrics.filter((metric) => metric.placeholder === placeholder),
    );
    const names = [placeholder, ...[wanted, ...also].map(({ name }) => name)].join(' ');
    const [best] = metrics
      .filter((metric) => metric.direction === direction)
      .map((metric) => ({ id: metric.id, score: likeness(metric, names) }))
      .filter(({ id, score }) => score > 0 && !taken.has(id))
      .sort((a, b) => b.score - a.score);
    if (best) taken.add(best.id);
    mapping[placeholder] = best?.id ?? '';
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
