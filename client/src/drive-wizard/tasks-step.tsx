import { useTranslation } from 'react-i18next';
import form from '../ui/form.module.css';
import { AddButton } from '../ui/add-button.tsx';
import { useItemFocus } from '../ui/item-focus.ts';
import { isTaskListFixed } from './fixed-fields.ts';
import { TaskCard } from './task-card.tsx';
import { Faults } from './text-field.tsx';
import { useWizard } from './wizard.ts';
import { emptyTask, type TaskForm } from './wizard-form.ts';
import taskCss from './task.module.css';

const mostTasks = 20;

/** What counts in the drive. */
export function TasksStep() {
  const { t } = useTranslation('wizard');
  const { form: drive, edit, saved, vocabulary } = useWizard();
  const { tasks } = drive;
  const focus = useItemFocus<HTMLDivElement>();
  const set = (path: string, next: TaskForm[]) => edit(path, { tasks: next });
  if (vocabulary.metrics.size === 0) return <p>{t('tasks.noMetrics')}</p>;
  return (
    <div ref={focus.area} className={taskCss.step}>
      <p className={form.hint}>{t('tasks.how')}</p>
      {tasks.length === 0 && <Faults path="tasks" id="tasks-fault" />}
      <ol className={taskCss.tasks}>
        {tasks.map((task, at) => (
          <TaskCard
            key={task.id}
            task={task}
            at={at}
            change={(field, changes) =>
              set(
                field === '' ? `tasks.${at}` : `tasks.${at}.${field}`,
                tasks.map((each) => (each.id === task.id ? { ...each, ...changes } : each)),
              )
            }
            onRemove={() => {
              focus.removed(at);
              set(
                'tasks',
                tasks.filter(({ id }) => id !== task.id),
              );
            }}
          />
        ))}
      </ol>
      {!isTaskListFixed(saved) && tasks.length < mostTasks && (
        <p>
          <AddButton focus={focus} onAdd={() => set('tasks', [...tasks, emptyTask(tasks)])}>
            {t('tasks.add')}
          </AddButton>
        </p>
      )}
    </div>
  );
}
