import type { PulseRow, RecordRow } from '@emulation/shared';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { progression } from '../api/client.ts';
import { useAnswer } from '../drives/use-answer.ts';
import { useTopic, type MetricInfo, type Vocabulary } from '../store/board-store.ts';
import { Loading } from '../ui/loading.tsx';
import { useQueryState } from '../ui/query-state.ts';
import { ProgressTable } from '../unit/progress-table.tsx';
import { StepChart } from '../unit/step-chart.tsx';
import { LineChoice } from './line-choice.tsx';
import { readLine } from './line.ts';
import styles from './metric.module.css';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  metric: MetricInfo;
}

/** How the record grew: of the board, a sector or a unit; as a chart and as a table. */
export function Progress({ board, vocabulary, metric }: Props) {
  const { t } = useTranslation('metric');
  const [search, change] = useQueryState();
  const line = readLine(search, vocabulary);
  const { scope, of } = line;
  const records = useTopic<RecordRow>(board, 'records');
  const pulse = useTopic<PulseRow>(board, 'pulse');
  const standard = pulse.rows.get(`standard:${metric.id}`);
  const ask = useCallback(
    (signal: AbortSignal) => {
      const whose = scope === 'board' ? {} : { [scope]: of };
      return progression(board, { metric: metric.id, scope, ...whose }, signal);
    },
    [board, metric.id, scope, of],
  );
  const answer = useAnswer(ask, records.seq);
  const marks = 'value' in answer ? (answer.value ?? []) : [];
  const sector = scope === 'sector' ? of : (vocabulary.units.get(of)?.sector ?? '');
  return (
    <section className={styles.panel} aria-labelledby="progress">
      <header className={styles.panelHead}>
        <h2 id="progress">{t('progress')}</h2>
        <LineChoice
          {...{ vocabulary, line }}
          choose={(next, id) => change({ scope: next === 'board' ? '' : next, of: id }, 'push')}
        />
      </header>
      {answer.kind === 'loading' && <Loading />}
      {answer.kind === 'failed' && <p role="alert">{t('failed')}</p>}
      {answer.kind === 'answer' && marks.length === 0 && (
        <p className={styles.quiet}>{t('noRecord')}</p>
      )}
      {marks.length > 0 && (
        <>
          <StepChart
            key={`${scope} ${of}`}
            {...{ marks, metric, vocabulary, scope, sector }}
            dots={[]}
            standard={standard?.kind === 'standard' ? standard.value : undefined}
          />
          <p className={styles.legend}>{t('legend')}</p>
          <ProgressTable marks={marks} metric={metric} vocabulary={vocabulary} />
        </>
      )}
    </section>
  );
}
