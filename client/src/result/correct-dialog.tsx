import type { ResultRow } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import { DateField } from '../ui/date-field.tsx';
import form from '../ui/form.module.css';
import { TimeField } from '../ui/time-field.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { changesOf, draftOf } from './correction.ts';
import { PartnerLines } from './partner-lines.tsx';
import styles from './correction.module.css';

interface Props {
  board: string;
  result: ResultRow;
  vocabulary: Vocabulary;
  onClose: () => void;
}

/** What was misread, mistyped or misnamed is put right; what was announced stays readable. */
export function CorrectDialog({ board, result, vocabulary, onClose }: Props) {
  const { t } = useTranslation('result');
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const [draft, setDraft] = useState(() => draftOf(result, timeZone));
  const edit = (changes: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...changes }));
  const changes = changesOf(result, draft, timeZone);
  const isChanged = Object.keys(changes).length > 0;
  const metric = vocabulary.metrics.get(result.metric);
  return (
    <ChangeDialog
      {...{ board, vocabulary, onClose }}
      result={result.id}
      how="correction"
      change={isChanged ? changes : undefined}
    >
      <p>{t('change.correction.text')}</p>
      <label className={form.field}>
        <span>
          {metric?.unitOfMeasure ? t('change.valueIn', { unit: metric.unitOfMeasure }) : t('value')}
        </span>
        <input
          required
          inputMode="decimal"
          autoComplete="off"
          maxLength={40}
          value={draft.value}
          onChange={(event) => edit({ value: event.target.value })}
        />
      </label>
      <div className={styles.moment}>
        <DateField
          label={t('change.date')}
          zone={timeZone}
          isRequired
          value={draft.date}
          onChange={(date) => edit({ date })}
        />
        <TimeField
          label={t('change.time', { zone: timeZone })}
          value={draft.time}
          onChange={(time) => edit({ time })}
        />
      </div>
      <PartnerLines
        vocabulary={vocabulary}
        own={result.unit}
        lines={draft.partners}
        onChange={(partners) => edit({ partners })}
      />
      <label className={form.field}>
        <span>{t('change.note')}</span>
        <textarea
          rows={2}
          maxLength={2000}
          value={draft.note}
          onChange={(event) => edit({ note: event.target.value })}
        />
      </label>
    </ChangeDialog>
  );
}
