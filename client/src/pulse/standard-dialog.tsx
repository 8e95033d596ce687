import type { RecordRow, StandardBody, StandardProposal, StandardRow } from '@emulation/shared';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { rankings } from '../api/client.ts';
import { putStandard } from '../api/pulse.ts';
import { useAnswer } from '../drives/use-answer.ts';
import { readTyped, separatorsOf } from '../post/typed-value.ts';
import { useTopic, type MetricInfo } from '../store/board-store.ts';
import { GuardedDialog } from '../editing/guarded-dialog.tsx';
import form from '../ui/form.module.css';
import { formatNumber, formatValue, localeOf } from '../ui/format.ts';
import { TextArea } from '../ui/text-area.tsx';
import { UnitLinks } from './names.tsx';
import { resultLink, type PulseParts } from './pulse-parts.ts';
import standardCss from './standards.module.css';
import { proofOf, reaches, wouldReach } from './would-reach.ts';

interface Props extends PulseParts {
  metric: MetricInfo;
  /** The standard that holds, where one does. */
  row?: StandardRow;
  /** What the board proposes, where the steward follows it. */
  proposal?: StandardProposal;
  onClose: () => void;
}

interface Level {
  metric: MetricInfo;
  level: string;
}

/** What a level would mean: which units reach it in the current period already. */
function Meaning({ metric, level, ...parts }: PulseParts & Level) {
  const { t } = useTranslation('pulse');
  const { board, pulse } = parts;
  const { from = '', to = '' } = pulse.board?.period ?? {};
  const { id } = metric;
  const ask = useCallback(() => rankings(board, { metric: id, from, to }), [board, id, from, to]);
  const answer = useAnswer(ask, 0);
  if (answer.kind === 'loading') return <p role="status">{t('common:loading')}</p>;
  if (!answer.value) return <p role="alert">{t('dialog.unknown')}</p>;
  const { rows } = answer.value;
  const units = wouldReach(metric, rows, level);
  return (
    <p className={standardCss.meaning}>
      <b>{t('dialog.meaning', { reached: units.length, count: rows.length })}</b>{' '}
      <UnitLinks {...parts} units={units.slice(0, 12)} metric={id} />
      {units.length > 12 && ` ${t('standards.more', { count: units.length - 12 })}`}
    </p>
  );
}

function Proof({ board, result, text }: { board: string; result: string; text: string }) {
  const { t } = useTranslation('pulse');
  return (
    <p>
      {t('dialog.proof')} <Link href={resultLink(board, result)}>{text}</Link>
    </p>
  );
}

/** The result that is posted with the level: the proposal's, or the board's record. */
function useProof(board: string, { metric, level }: Level, proposal?: StandardProposal) {
  const { rows } = useTopic<RecordRow>(board, 'records');
  if (proposal?.value === level) return { result: proposal.result, value: proposal.value };
  const record = level === '' ? undefined : proofOf(metric, rows.get(`${metric.id}|board|`), level);
  return record && { result: record.result, value: record.value };
}

/** A steward raises (or, with a reason, lowers) a standard and sees first what that would mean. */
export function StandardDialog({ metric, row, proposal, onClose, ...parts }: Props) {
  const { t } = useTranslation('pulse');
  const { board } = parts;
  const [typed, setTyped] = useState(proposal ? formatNumber(proposal.value, metric) : '');
  const [reason, setReason] = useState('');
  const read = readTyped(typed, metric.decimals, separatorsOf(localeOf()));
  const level = read.kind === 'value' ? read.rounded : '';
  const isLower = row !== undefined && level !== '' && !reaches(metric, level, row.value);
  const proof = useProof(board, { metric, level }, proposal);
  const body = (): StandardBody => ({
    value: level,
    ...(proof ? { result: proof.result } : {}),
    ...(reason.trim() ? { reason: reason.trim() } : {}),
  });
  const title = t(row ? 'dialog.title' : 'dialog.titleNew', { metric: metric.name });
  return (
    <GuardedDialog
      title={title}
      confirm={t(isLower ? 'dialog.doLower' : row ? 'dialog.do' : 'dialog.doNew')}
      place={{ board, kind: 'standard', id: metric.id }}
      body={body}
      write={(written, headers) => putStandard(board, metric.id, written, headers)}
      onTake={(theirs) => setTyped(formatNumber(theirs.value, metric))}
      isReady={level !== ''}
      onClose={onClose}
    >
      {row && <p>{t('dialog.held', { value: formatValue(row.value, metric) })}</p>}
      <label className={form.field}>
        <span>{t('dialog.value', { unit: metric.unitOfMeasure || metric.name })}</span>
        <input
          required
          inputMode={metric.decimals > 0 ? 'decimal' : 'numeric'}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <span className={form.hint}>
          {t(metric.direction === 'higher' ? 'dialog.higher' : 'dialog.lower')}
        </span>
      </label>
      {level !== '' && <Meaning {...parts} metric={metric} level={level} />}
      {proof && (
        <Proof board={board} result={proof.result} text={formatValue(proof.value, metric)} />
      )}
      <TextArea
        label={t(isLower ? 'dialog.reasonLower' : 'dialog.reason')}
        value={reason}
        onChange={setReason}
        isRequired={isLower}
      />
    </GuardedDialog>
  );
}
