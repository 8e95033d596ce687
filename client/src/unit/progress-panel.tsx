import type { ProgressionMark, Scope } from '@emulation/shared';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { progression } from '../api/client.ts';
import { Choice } from '../ui/choice.tsx';
import { ProgressTable } from './progress-table.tsx';
import { StepChart } from './step-chart.tsx';
import styles from './progress-panel.module.css';
import type { UnitParts } from './unit-parts.ts';

const scopes: readonly Scope[] = ['unit', 'sector', 'board'];

interface Line {
  question: string;
  marks: readonly ProgressionMark[];
}

/** A line of records; read again when the unit's page or a record of the metric moves. */
function useProgression({ board, unit, metric, rows }: UnitParts, scope: Scope): Line | undefined {
  const [line, setLine] = useState<Line>();
  const question = [board, unit.id, unit.sector, metric.id, scope].join(' ');
  const best = rows.get(`best:${metric.id}`);
  useEffect(() => {
    const abort = new AbortController();
    const whose =
      scope === 'unit' ? { unit: unit.id } : scope === 'sector' ? { sector: unit.sector } : {};
    progression(board, { metric: metric.id, scope, ...whose }, abort.signal).then(
      (marks) => setLine({ question, marks }),
      () => abort.signal.aborted || setLine({ question, marks: [] }),
    );
    return () => abort.abort();
  }, [board, unit.id, unit.sector, metric.id, scope, question, best]);
  return line?.question === question ? line : undefined;
}

/** How the record grew, of the unit, its sector or the board: a chart, and the same as a table. */
export function ProgressPanel(props: UnitParts) {
  const { t } = useTranslation('unit');
  const [scope, setScope] = useState<Scope>('unit');
  const line = useProgression(props, scope);
  const { metric, vocabulary, rows, unit } = props;
  const results = [...rows.values()].filter(
    (row) => row.kind === 'result' && row.metric === metric.id && row.state !== 'annulled',
  );
  const dots = results.flatMap((row) => (row.kind === 'result' ? [row] : []));
  return (
    <section className={styles.panel} aria-labelledby="progress-title">
      <header className={styles.head}>
        <h2 id="progress-title">{t('progress.label')}</h2>
        <Choice
          label={t('progress.scope')}
          value={scope}
          options={scopes.map((value) => ({ value, label: t(`progress.${value}`) }))}
          onChoose={setScope}
        />
      </header>
      {line && line.marks.length === 0 && <p className={styles.empty}>{t('progress.empty')}</p>}
      {line && line.marks.length > 0 && (
        <>
          <StepChart
            key={line.question}
            {...{ marks: line.marks, metric, vocabulary, scope, dots, sector: unit.sector }}
          />
          <ProgressTable marks={line.marks} metric={metric} vocabulary={vocabulary} />
        </>
      )}
    </section>
  );
}
