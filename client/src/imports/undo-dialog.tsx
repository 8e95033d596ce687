import type { ImportRecordAnswer, UndoAnswer } from '@emulation/shared';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { previewUndo, undoImport } from '../api/imports.ts';
import { RecordChanges } from '../list/record-changes.tsx';
import type { Vocabulary } from '../store/board-store.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import form from '../ui/form.module.css';
import { formatList } from '../ui/format.ts';
import { Loading } from '../ui/loading.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';
import { useAsked } from '../ui/use-asked.ts';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  record: ImportRecordAnswer;
  onClose: () => void;
  onDone: () => void;
}

const namedUnits = 5;

/** Units beyond a handful are counted. */
function unitWords(units: readonly string[], vocabulary: Vocabulary): string {
  const names = units.slice(0, namedUnits).map((unit) => vocabulary.units.get(unit)?.name ?? unit);
  return formatList(
    units.length > namedUnits ? [...names, `+ ${units.length - namedUnits}`] : names,
  );
}

function Consequences({ preview, vocabulary }: { preview: UndoAnswer; vocabulary: Vocabulary }) {
  const { t } = useTranslation('imports');
  const { results, verified, gone, units, metrics, records } = preview;
  const metricName = (id: string) => vocabulary.metrics.get(id)?.name ?? id;
  return (
    <>
      <ul>
        <li>{t('undo.results', { count: results })}</li>
        {verified > 0 && <li>{t('undo.verified', { count: verified })}</li>}
        {gone > 0 && <li>{t('undo.gone', { count: gone })}</li>}
        {metrics.map((row) => (
          <li key={row.metric}>
            {metricName(row.metric)}: {row.results}
          </li>
        ))}
        {units.length > 0 && <li>{t('undo.units', { units: unitWords(units, vocabulary) })}</li>}
      </ul>
      <RecordChanges
        title={t('undo.records', { count: records.length })}
        records={records}
        vocabulary={vocabulary}
      />
      <p>{t('undo.stays')}</p>
    </>
  );
}

/** What undoing a whole import takes back, before it is done. */
export function UndoDialog({ board, vocabulary, record, onClose, onDone }: Props) {
  const { t } = useTranslation('imports');
  const [reason, setReason] = useState('');
  // A preview is asked with any reason: nothing is written.
  const ask = useCallback(() => previewUndo(board, record.id, 'preview'), [board, record.id]);
  const say = useProblemText();
  const [asked] = useAsked(ask);
  return (
    <FormDialog
      title={t('undo.title', { name: record.name ?? t('list.unnamed') })}
      confirm={t('undo.do')}
      isReady={asked.kind === 'answered' && reason.trim() !== ''}
      work={() => undoImport(board, record.id, reason.trim())}
      onClose={onClose}
      onDone={onDone}
    >
      {asked.kind === 'asking' && <Loading />}
      {asked.kind === 'failed' && (
        <p role="alert" className={form.wrong}>
          {say(asked.problem.problem)}
        </p>
      )}
      {asked.kind === 'answered' && <Consequences preview={asked.value} vocabulary={vocabulary} />}
      <TextArea label={t('undo.reason')} maxLength={500} value={reason} onChange={setReason} />
    </FormDialog>
  );
}
