import type { DriveTemplate } from '../../protocol/http/drive.ts';

type Silent<T> = Omit<T, 'name'>;

/** A template without its words: those of every language are the words of the pages. */
export type SilentTemplate = Omit<
  DriveTemplate,
  'name' | 'about' | 'metrics' | 'tasks' | 'body'
> & {
  metrics: Silent<DriveTemplate['metrics'][number]>[];
  tasks: Silent<DriveTemplate['tasks'][number]>[];
  body: Omit<DriveTemplate['body'], 'name' | 'objectives'>;
};

/** `say` knows the words by key: `changeover.tasks.best`, `measures.per hour`. */
export function sayTemplate(template: SilentTemplate, say: (key: string) => string): DriveTemplate {
  const { id, metrics, tasks, body } = template;
  const name = say(`${id}.name`);
  return {
    ...template,
    name,
    about: say(`${id}.about`),
    metrics: metrics.map((metric) => ({
      ...metric,
      name: say(`${id}.metrics.${metric.placeholder}`),
      unitOfMeasure: metric.unitOfMeasure && say(`measures.${metric.unitOfMeasure}`),
    })),
    tasks: tasks.map((task) => ({ ...task, name: say(`${id}.tasks.${task.id}`) })),
    body: { ...body, name, objectives: say(`${id}.objectives`) },
  };
}
