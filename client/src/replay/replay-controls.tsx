import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import { Choice } from '../ui/choice.tsx';
import { DateRangeField } from '../ui/date-field.tsx';
import styles from './replay-page.module.css';
import type { ChangeReplay, ReplayQuery } from './replay-query.ts';

interface Props {
  vocabulary: Vocabulary;
  query: ReplayQuery;
  /** First and last day of what there is. */
  span: { from: string; to: string } | null;
  change: ChangeReplay;
}

/** What is played: metric, who races, which truth, from when to when. */
export function ReplayControls({ vocabulary, query, span, change }: Props) {
  const { t } = useTranslation('replay');
  const again = { at: '', play: '' };
  return (
    <section className={styles.controls} aria-label={t('controls')}>
      <label className={styles.field}>
        <span>{t('metric')}</span>
        <select
          value={query.metric}
          onChange={(event) => change({ metric: event.target.value, ...again }, 'push')}
        >
          {[...vocabulary.metrics.values()].map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Choice
        label={t('by.label')}
        value={query.by}
        options={(['unit', 'sector'] as const).map((value) => ({ value, label: t(`by.${value}`) }))}
        onChoose={(by) => change({ by, play: '' }, 'push')}
      />
      <Choice
        label={t('truth.label')}
        value={query.truth}
        options={(['recognised', 'announced'] as const).map((value) => ({
          value,
          label: t(`truth.${value}`),
        }))}
        onChoose={(truth) => change({ truth, ...again }, 'push')}
      />
      <DateRangeField
        label={t('dates')}
        zone={vocabulary.board?.timeZone ?? 'UTC'}
        value={query}
        min={span?.from}
        max={span?.to}
        onChange={({ from, to }) => change({ from, to, ...again })}
      />
    </section>
  );
}
