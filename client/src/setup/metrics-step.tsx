import { metricOfTemplate, metricTemplates, trades, type Trade } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { Choice } from '../ui/choice.tsx';
import { AddButton } from '../ui/add-button.tsx';
import { useItemFocus } from '../ui/item-focus.ts';
import { newId } from '../ui/new-id.ts';
import { MetricCard } from './metric-card.tsx';
import type { ChangeSetup, MetricRow, SetupForm } from './setup-form.ts';
import styles from './setup.module.css';

function rowsOf(trade: Trade, language: string): MetricRow[] {
  return metricTemplates[trade].map((template) => {
    const { standstillDays = '', ...body } = metricOfTemplate(template, language);
    const { name, unitOfMeasure, direction, decimals, aggregate, recordsPer } = body;
    const rules = { name, unitOfMeasure, direction, decimals, aggregate, recordsPer };
    return { key: newId(), from: trade, ...rules, standstillDays: String(standstillDays) };
  });
}

const blankMetric = (): MetricRow => ({
  key: newId(),
  name: '',
  unitOfMeasure: '',
  direction: 'higher',
  decimals: 0,
  aggregate: 'sum',
  recordsPer: 'day',
  standstillDays: '',
});

/** What is measured: the metrics of a trade, each to be changed or left out, and one's own. */
export function MetricsStep({ held, change }: { held: SetupForm; change: ChangeSetup }) {
  const { t } = useTranslation('setup');
  const focus = useItemFocus<HTMLDivElement>();
  // What somebody wrote or changed stays; untouched metrics of another trade go.
  const own = held.metrics.filter(({ from }) => from === undefined);
  const choose = (trade: Trade) =>
    change({ trade, metrics: [...rowsOf(trade, held.language), ...own] });
  const edit = (key: string, changes: Partial<MetricRow>) =>
    change({
      metrics: held.metrics.map((row) =>
        row.key === key ? { ...row, ...changes, from: undefined } : row,
      ),
    });
  const remove = (key: string) =>
    change({ metrics: held.metrics.filter((row) => row.key !== key) });
  return (
    <div className={styles.fields} ref={focus.area}>
      <div>
        <p>{t('metrics.lead')}</p>
        <Choice
          label={t('metrics.trade')}
          options={trades.map((value) => ({ value, label: t(`trade.${value}`) }))}
          value={held.trade ?? ('' as Trade)}
          onChoose={choose}
        />
      </div>
      <ol className={styles.metrics}>
        {held.metrics.map((row, at) => (
          <MetricCard
            key={row.key}
            row={row}
            onChange={(changes) => edit(row.key, changes)}
            onRemove={() => {
              focus.removed(at);
              remove(row.key);
            }}
          />
        ))}
      </ol>
      <p>
        <AddButton
          focus={focus}
          onAdd={() => change({ metrics: [...held.metrics, blankMetric()] })}
        >
          {t('metrics.add')}
        </AddButton>
      </p>
    </div>
  );
}
