import type { ResultRow } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { judge } from '../api/recognition.ts';
import type { Vocabulary } from '../store/board-store.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { UnitSelect } from '../ui/unit-select.tsx';
import { EvidenceField, evidenceOf, noEvidence } from './evidence-field.tsx';

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
  const [shown, setShown] = useState(noEvidence);
  const { id, unit: own, partners, attestedBy = [] } = result;
  const parties = new Set([own, ...partners.map((partner) => partner.unit), ...attestedBy]);
  const said = words.trim();
  const say = () => {
    const evidence = evidenceOf(shown);
    return kind === 'attest'
      ? judge(board, id, 'attestation', { unit, ...(said ? { note: said } : {}), ...evidence })
      : judge(board, id, 'objections', { reason: said, ...(unit ? { unit } : {}), ...evidence });
  };
  return (
    <FormDialog
      title={t(`say.${kind}.title`)}
      confirm={t(`say.${kind}.do`)}
      work={say}
      onClose={onClose}
    >
      <UnitSelect
        label={t(`say.${kind}.unit`)}
        vocabulary={vocabulary}
        offers={(each) => kind === 'object' || !parties.has(each.id)}
        value={unit}
        onChange={setUnit}
        none={t(`say.${kind}.nobody`)}
        isRequired={kind === 'attest'}
      />
      <TextArea
        label={t(`say.${kind}.words`)}
        value={words}
        onChange={setWords}
        isRequired={kind === 'object'}
      />
      <EvidenceField board={board} value={shown} onChange={setShown} />
    </FormDialog>
  );
}
