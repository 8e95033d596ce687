import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { Choice } from '../ui/choice.tsx';
import {
  scopeChoices,
  stateChoices,
  type ChangeRecords,
  type RecordsQuery,
} from './records-query.ts';
import styles from './records.module.css';

interface Props {
  vocabulary: Vocabulary;
  query: RecordsQuery;
  change: ChangeRecords;
}

/** Which records the book shows; and the book on paper. */
export function RecordsTools({ vocabulary, query, change }: Props) {
  const { t } = useTranslation('records');
  const { metrics, sectors } = vocabulary;
  return (
    <div className={styles.tools}>
      <Choice
        label={t('scope.label')}
        value={query.scope}
        options={scopeChoices.map((value) => ({ value, label: t(`scope.${value}`) }))}
        onChoose={(scope) => change({ scope })}
      />
      <Choice
        label={t('column.state')}
        value={query.state}
        options={stateChoices.map((value) => ({
          value,
          label: value === 'all' ? t('anyState') : t(`common:state.${value}`),
        }))}
        onChoose={(state) => change({ state })}
      />
      <select
        aria-label={t('metric')}
        value={query.metric}
        onChange={(event) => change({ metric: event.target.value })}
      >
        <option value="">{t('allMetrics')}</option>
        {[...metrics.values()].map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {sectors.size > 1 && query.scope !== 'board' && (
        <select
          aria-label={t('sector')}
          value={query.sector}
          onChange={(event) => change({ sector: event.target.value })}
        >
          <option value="">{t('allSectors')}</option>
          {[...sectors.values()].map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <button type="button" className={button.button} onClick={() => window.print()}>
        {t('print')}
      </button>
    </div>
  );
}
