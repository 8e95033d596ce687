import type { ResultRow } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { judge } from '../api/recognition.ts';
import type { Vocabulary } from '../store/board-store.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import form from '../ui/form.module.css';

interface Props {
  kind: 'attest' | 'object';
  board: string;
  result: ResultRow;
  vocabulary: Vocabulary;
  onClose: () => void;
}

/** A unit attests a result or objects to it; the steward writes it down in its name. */
export function SayDialog({ kind, board, result, vocabulary, onClose }: Props) {
  const { t } = useTranslation('verification');
  const [unit, setUnit] = useState('');
  const [words, setWords] = useState('');
  const { id, unit: own, partners, attestedBy = [] } = result;
  const parties = new Set([own, ...partners.map((partner) => partner.unit), ...attestedBy]);
  const units = [...vocabulary.units.values()]
    .filter((each) => kind === 'object' || !parties.has(each.id))
    .sort((a, b) => a.name.localeCompare(b.name));
  const said = words.trim();
  const say = () => {
    return kind === 'attest'
      ? judge(board, id, 'attestation', { unit, ...(said ? { note: said } : {}) })
      : judge(board, id, 'objections', { reason: said, ...(unit ? { unit } : {}) });
  };
  return (
    <FormDialog
      title={t(`say.${kind}.title`)}
      confirm={t(`say.${kind}.do`)}
      work={say}
      onClose={onClose}
    >
      <label className={form.field}>
        <span>{t(`say.${kind}.unit`)}</span>
        <select
          required={kind === 'attest'}
          value={unit}
          onChange={(event) => setUnit(event.target.value)}
        >
          <option value="">{t(`say.${kind}.nobody`)}</option>
          {units.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      </label>
      <label className={form.field}>
        <span>{t(`say.${kind}.words`)}</span>
        <textarea
          required={kind === 'object'}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
    </FormDialog>
  );
}
