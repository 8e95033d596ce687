import type { Aggregate } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { formatSpan } from '../drives/span.ts';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
import { formatValue, localeOf } from '../ui/format.ts';
import { separatorsOf } from '../post/typed-value.ts';
import { isTaskFieldFixed, isTaskListFixed } from './fixed-fields.ts';
import { SelectField } from './select-field.tsx';
import { TextField } from './text-field.tsx';
import { useSuggestion } from './use-earlier.ts';
import { useWizard } from './wizard.ts';
import type { TaskForm } from './wizard-form.ts';
import taskCss from './task.module.css';
import styles from './wizard.module.css';

const aggregates: readonly Aggregate[] = ['best', 'sum', 'mean', 'latest'];

interface Props {
  task: TaskForm;
  at: number;
  change: (field: keyof TaskForm | '', changes: Partial<TaskForm>) => void;
  onRemove: () => void;
}

/** `211` is `211.0`: whether a press would change anything. */
const isSame = (text: string, value: string) => Number(text.replace(',', '.')) === Number(value);

const typed = (value: string) => value.replace('.', separatorsOf(localeOf()).decimal);

/** What units reached before, and one press that makes a plan of it. */
function SuggestionLine({ task, change }: Pick<Props, 'task' | 'change'>) {
  const { t } = useTranslation('wizard');
  const wizard = useWizard();
  const suggestion = useSuggestion(wizard, task);
  const metric = wizard.vocabulary.metrics.get(task.metric);
  if (!suggestion || !metric) return null;
  const span = formatSpan(suggestion.from, suggestion.to);
  const { baseline, target, units } = suggestion;
  if (baseline === undefined) return <p className={form.hint}>{t('tasks.noEarlier', { span })}</p>;
  const isTaken = isSame(task.baseline, baseline) && isSame(task.target, target ?? '');
  return (
    <div className={taskCss.suggestion}>
      <p className={form.hint}>
        {t('tasks.earlier', { span, count: units, value: formatValue(baseline, metric) })}
      </p>
      <label className={taskCss.percent}>
        <span>{t('tasks.improve')}</span>
        <input
          inputMode="decimal"
          value={task.improvePercent}
          onChange={(event) => change('', { improvePercent: event.target.value })}
        />
        <span>%</span>
      </label>
      {target !== undefined && !isTaken && (
        <button
          type="button"
          className={button.button}
          onClick={() => change('', { baseline: typed(baseline), target: typed(target) })}
        >
          {t('tasks.take', {
            baseline: formatValue(baseline, metric),
            target: formatValue(target, metric),
          })}
        </button>
      )}
    </div>
  );
}

function Measure({ task, at, change }: Omit<Props, 'onRemove'>) {
  const { t } = useTranslation('wizard');
  const { vocabulary, saved } = useWizard();
  const metric = vocabulary.metrics.get(task.metric);
  const path = `tasks.${at}`;
  const own = metric
    ? t('tasks.own', { aggregate: t(`drives:aggregate.${metric.aggregate}`) })
    : t('tasks.ownOne');
  return (
    <>
      <SelectField
        path={`${path}.metric`}
        label={t('tasks.metric')}
        required
        isFixed={isTaskFieldFixed(saved, task.id, 'metric')}
        value={task.metric}
        onChange={(id) => change('metric', { metric: id, aggregate: '', baseline: '', target: '' })}
        {...(metric ? { hint: t(`tasks.${metric.direction}`) } : {})}
        options={[...vocabulary.metrics.values()].map(({ id, name, unitOfMeasure }) => ({
          value: id,
          label: unitOfMeasure ? `${name} (${unitOfMeasure})` : name,
        }))}
      />
      <SelectField
        path={`${path}.aggregate`}
        label={t('tasks.aggregate')}
        isFixed={isTaskFieldFixed(saved, task.id, 'aggregate')}
        value={task.aggregate}
        onChange={(value) =>
          change('aggregate', { aggregate: aggregates.find((each) => each === value) ?? '' })
        }
        options={[
          { value: '', label: own },
          ...aggregates.map((value) => ({ value, label: t(`drives:aggregate.${value}`) })),
        ]}
      />
    </>
  );
}

/** One task: what is measured, from which value to which, and how much it weighs. */
export function TaskCard(props: Props) {
  const { t } = useTranslation('wizard');
  const { task, at, change, onRemove } = props;
  const { saved } = useWizard();
  const path = `tasks.${at}`;
  const field = (name: 'baseline' | 'target' | 'weight') => (
    <TextField
      path={`${path}.${name}`}
      label={t(`tasks.${name}`)}
      inputMode="decimal"
      required
      isFixed={isTaskFieldFixed(saved, task.id, name)}
      value={task[name]}
      onChange={(value) => change(name, { [name]: value })}
    />
  );
  return (
    <li className={taskCss.task} data-item>
      <header className={taskCss.taskHead}>
        <h3>{t('tasks.number', { number: at + 1 })}</h3>
        {!isTaskListFixed(saved, task.id) && (
          <button type="button" className={button.button} data-remove onClick={onRemove}>
            {t('tasks.remove')}
          </button>
        )}
      </header>
      <div className={styles.columns}>
        <Measure {...props} />
        <TextField
          path={`${path}.name`}
          label={t('tasks.name')}
          maxLength={200}
          isFixed={isTaskFieldFixed(saved, task.id, 'name')}
          value={task.name}
          onChange={(name) => change('name', { name })}
        />
      </div>
      {!isTaskFieldFixed(saved, task.id, 'target') && (
        <SuggestionLine task={task} change={change} />
      )}
      <div className={taskCss.plan}>
        {field('baseline')}
        {field('target')}
        {field('weight')}
      </div>
    </li>
  );
}
