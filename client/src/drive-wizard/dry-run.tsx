import type { DriveRow, ProgressRow } from '@emulation/shared';
import { useCallback, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { dryRun, type DryRunAnswer, type DryRunQuery } from '../api/drive-writing.ts';
import type { DriveAnswer } from '../api/drives.ts';
import { ProgressList } from '../drives/progress-standings.tsx';
import { ScoreBar } from '../drives/score-bar.tsx';
import { formatSpan } from '../drives/span.ts';
import standings from '../drives/standings.module.css';
import { Terms } from '../drives/terms.tsx';
import { useAnswer } from '../drives/use-answer.ts';
import { Choice } from '../ui/choice.tsx';
import { DateRangeField } from '../ui/date-field.tsx';
import form from '../ui/form.module.css';
import { Loading } from '../ui/loading.tsx';
import { sectorColour } from '../ui/sector-colour.ts';
import { formatScore } from '../ui/score-text.ts';
import { useWizard } from './wizard.ts';
import styles from './wizard.module.css';

function Row({ row, top, drive }: { row: DriveRow; top: number; drive: DriveAnswer }) {
  const { board, vocabulary } = useWizard();
  const unit = vocabulary.units.get(row.unit);
  const colour = sectorColour(vocabulary.sectors, unit?.sector);
  return (
    <li className={standings.item}>
      <details>
        <summary className={standings.row} style={{ '--sector': colour } as CSSProperties}>
          <span className={standings.place} data-lead={row.place === 1}>
            {row.place}
          </span>
          <span className={standings.name}>{unit?.name ?? row.unit}</span>
          <span className={standings.score}>{formatScore(row.score)}</span>
          <ScoreBar row={row} top={top} par={undefined} />
        </summary>
        <div className={standings.breakdown}>
          <Terms board={board} vocabulary={vocabulary} tasks={drive.tasks} terms={row.terms} />
        </div>
      </details>
    </li>
  );
}

function Rows({ answer, drive }: { answer: DryRunAnswer; drive: DriveAnswer }) {
  const { t } = useTranslation('wizard');
  const { rows } = answer;
  const top = Math.max(1, ...rows.map(({ score }) => Number(score)));
  const hasResults = rows.some(({ terms }) =>
    terms.some((term) => term.kind === 'bonus' || term.count > 0),
  );
  return (
    <>
      <p className={form.hint}>
        {t(hasResults ? 'dryRun.how' : 'dryRun.none', { span: formatSpan(answer.from, answer.to) })}
      </p>
      {hasResults && (
        <ol className={standings.list}>
          {rows.map((row) => (
            <Row key={row.unit} row={row} top={top} drive={drive} />
          ))}
        </ol>
      )}
    </>
  );
}

/** By improvement, or by the gap closed: each unit against the equally long time before that. */
function ProgressRows({ query, drive }: { query: DryRunQuery; drive: DriveAnswer }) {
  const { t } = useTranslation('wizard');
  const { board, vocabulary } = useWizard();
  const { from = '', to = '', by = 'gap' } = query;
  const ask = useCallback(
    (signal: AbortSignal) =>
      dryRun<ProgressRow>(board, drive.id, { ...(from ? { from, to } : {}), by }, signal),
    // A drive that was saved again is another object.
    [board, drive, from, to, by],
  );
  const answer = useAnswer(ask, 0);
  if (answer.kind === 'loading') return <Loading />;
  if (!answer.value) return <p role="alert">{t('dryRun.failed')}</p>;
  const { rows } = answer.value;
  return <ProgressList {...{ board, vocabulary, rows }} tasks={drive.tasks} />;
}

const kinds = ['level', 'improvement', 'gap'] as const;

/** The ranking as it would have been, had the drive run in a time that is over. */
export function DryRun({ drive }: { drive: DriveAnswer }) {
  const { t } = useTranslation('wizard');
  const { board, timeZone } = useWizard();
  const [span, setSpan] = useState({ from: '', to: '' });
  const { from, to } = span;
  const [by, setBy] = useState<(typeof kinds)[number]>('level');
  const isChosen = from !== '' && to !== '' && from <= to;
  const ask = useCallback(
    (signal: AbortSignal) => dryRun(board, drive.id, isChosen ? { from, to } : {}, signal),
    // A drive that was saved again is another object.
    [board, drive, from, to, isChosen],
  );
  const answer = useAnswer(ask, 0);
  const known = 'value' in answer ? answer.value : undefined;
  return (
    <section className={styles.group} aria-labelledby="dry-run">
      <h3 id="dry-run">{t('dryRun.label')}</h3>
      <p>{t('dryRun.text')}</p>
      <DateRangeField
        label={t('dryRun.span')}
        zone={timeZone}
        value={isChosen ? span : { from: known?.from ?? '', to: known?.to ?? '' }}
        onChange={setSpan}
      />
      {answer.kind === 'loading' && <Loading />}
      {answer.kind === 'failed' && <p role="alert">{t('dryRun.failed')}</p>}
      <Choice
        label={t('drives:standings.by')}
        value={by}
        options={kinds.map((value) => ({ value, label: t(`drives:by.${value}`) }))}
        onChoose={setBy}
      />
      {by !== 'level' && <p className={form.hint}>{t(`drives:how.${by}`)}</p>}
      {known && by === 'level' && <Rows answer={known} drive={drive} />}
      {by !== 'level' && (
        <ProgressRows query={{ ...(isChosen ? { from, to } : {}), by }} drive={drive} />
      )}
    </section>
  );
}
