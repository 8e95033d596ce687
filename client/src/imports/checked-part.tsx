import { useTranslation } from 'react-i18next';
import type { ImportAnswer } from '../api/imports.ts';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
import { formatNumber } from '../ui/format.ts';
import styles from './imports.module.css';
import { ProblemTable } from './problem-table.tsx';
import type { Chosen, ImportFlow, Stage } from './use-import.ts';

interface Props {
  board: string;
  flow: ImportFlow;
  chosen: Chosen;
  stage: Extract<Stage, { kind: 'checked' | 'done' }>;
}

function Counts({ answer }: { answer: ImportAnswer }) {
  const { t } = useTranslation('imports');
  const { lines, added, duplicates, records } = answer;
  const counts = { lines, ...added, duplicates, records };
  return (
    <dl className={styles.counts}>
      {Object.entries(counts).map(([what, count]) => (
        <div key={what}>
          <dt>{t(`count.${what}`)}</dt>
          <dd>{formatNumber(`${count}`, { decimals: 0 })}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What the file would add and every problem of it; afterwards, what it has added. */
export function CheckedPart({ board, flow, chosen, stage }: Props) {
  const { t } = useTranslation('imports');
  const { answer } = stage;
  const { problems, added } = answer;
  const isDone = stage.kind === 'done';
  const isBad = problems.length > 0;
  const verdict = isDone
    ? t('done', { count: added.results })
    : isBad
      ? t('checked.bad', { count: problems.length })
      : added.results === 0
        ? t('checked.nothing')
        : t('checked.good', { count: added.results });
  return (
    <div className={form.form}>
      <p role="status" className={isBad ? form.wrong : styles.good}>
        <b className={styles.file}>{chosen.file.name}</b> {verdict}
      </p>
      <Counts answer={answer} />
      {isBad && <ProblemTable board={board} chosen={chosen} problems={problems} />}
      <p className={form.actions}>
        {!isDone && !isBad && added.results > 0 && (
          <button type="button" className={button.primary} onClick={flow.add}>
            {t('add', { count: added.results })}
          </button>
        )}
        {!isDone && (
          <button type="button" className={button.button} onClick={() => flow.change(chosen.shape)}>
            {t('checked.back')}
          </button>
        )}
        <button
          type="button"
          className={isDone ? button.primary : button.button}
          onClick={flow.leave}
        >
          {t('mapping.other')}
        </button>
      </p>
    </div>
  );
}
