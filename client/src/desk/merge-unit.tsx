import type { Unit } from '@emulation/shared';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mergeUnit, previewMerger } from '../api/lifecycle.ts';
import { RecordChanges } from '../list/record-changes.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import form from '../ui/form.module.css';
import { Loading } from '../ui/loading.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { UnitSelect } from '../ui/unit-select.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';
import { useAsked } from '../ui/use-asked.ts';
import type { DeskParts } from './desk-parts.ts';

interface Props extends DeskParts {
  unit: Unit;
  onClose: () => void;
}

interface PreviewProps extends DeskParts {
  unit: Unit;
  into: string;
  onKnown: (into: string) => void;
}

function Preview({ board, vocabulary, unit, into, onKnown }: PreviewProps) {
  const { t } = useTranslation('desk');
  const ask = useCallback(
    async (signal: AbortSignal) => {
      const answer = await previewMerger(board, unit.id, into, signal);
      onKnown(into);
      return answer;
    },
    [board, unit.id, into, onKnown],
  );
  const say = useProblemText();
  const [asked] = useAsked(ask);
  if (asked.kind === 'asking') return <Loading />;
  if (asked.kind === 'failed')
    return (
      <p role="alert" className={form.wrong}>
        {say(asked.problem.problem)}
      </p>
    );
  const { results, metrics, records } = asked.value;
  const nameOf = (metric: string) => vocabulary.metrics.get(metric)?.name ?? metric;
  return (
    <>
      <ul>
        <li>
          {t('merge.results', { count: results, unit: vocabulary.units.get(into)?.name ?? into })}
        </li>
        {metrics.map((row) => (
          <li key={row.metric}>
            {nameOf(row.metric)}: {row.results}
          </li>
        ))}
      </ul>
      <RecordChanges
        title={t('merge.records', { count: records.length })}
        records={records}
        vocabulary={vocabulary}
      />
    </>
  );
}

/** Two units that were one all along; it stays so, and what follows is shown before. */
export function MergeUnit({ board, vocabulary, unit, onClose }: Props) {
  const { t } = useTranslation('desk');
  const [into, setInto] = useState('');
  const [known, setKnown] = useState('');
  const [reason, setReason] = useState('');
  const said = reason.trim();
  return (
    <FormDialog
      title={t('merge.title', { name: unit.name })}
      confirm={t('act.merge')}
      isReady={into !== '' && known === into}
      work={() => mergeUnit(board, unit.id, { into, ...(said === '' ? {} : { reason: said }) })}
      onClose={onClose}
    >
      <p>{t('merge.text', { name: unit.name })}</p>
      <UnitSelect
        label={t('merge.into')}
        vocabulary={vocabulary}
        offers={({ id }) => id !== unit.id && vocabulary.units.get(id)?.retired === undefined}
        value={into}
        onChange={setInto}
      />
      {into !== '' && (
        <Preview key={into} {...{ board, vocabulary, unit, into }} onKnown={setKnown} />
      )}
      <TextArea
        label={t('life.reason')}
        isRequired={false}
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
}
