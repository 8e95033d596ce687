import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import { Choice } from '../ui/choice.tsx';
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
  const dates = ['from', 'to'] as const;
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
      <div className={styles.dates}>
        {dates.map((name) => (
          <label key={name} className={styles.field}>
            <span>{t(name)}</span>
            <input
              type="date"
              value={query[name]}
              min={name === 'to' ? query.from || span?.from : undefined}
              max={name === 'from' ? query.to || span?.to : undefined}
              onChange={(event) => change({ [name]: event.target.value, ...again })}
            />
          </label>
        ))}
      </div>
    </section>
  );
}
