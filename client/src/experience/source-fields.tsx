import type { ExperienceRow, ResultRow } from '@emulation/shared';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listResults } from '../api/client.ts';
import type { Vocabulary } from '../store/board-store.ts';
import { formatDate, formatValue } from '../ui/format.ts';
import { SearchSelect } from '../ui/search-select.tsx';
import { Select } from '../ui/select.tsx';
import type { Draft } from './draft.ts';
import { nameOf, zoneOf } from './experience-parts.ts';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  experiences: ReadonlyMap<string, ExperienceRow>;
  /** Its own id, which it cannot be based on. */
  own: string;
  draft: Draft;
  onChange: (fields: Partial<Draft>) => void;
}

/** The unit's newest results in the metric: what it may point to as proof. */
function useProofs(board: string, { unit, metric }: Draft): ResultRow[] {
  const [results, setResults] = useState<ResultRow[]>([]);
  useEffect(() => {
    setResults([]);
    if (unit === '' || metric === '') return undefined;
    const abort = new AbortController();
    listResults(board, { unit, metric, limit: 100 }, abort.signal).then(
      (page) => setResults(page.results.filter(({ state }) => state !== 'annulled')),
      () => undefined, // without them the field offers none
    );
    return () => abort.abort();
  }, [board, unit, metric]);
  return results;
}

/** Where it comes from: the result that proved it, and the experience it was learned from. */
export function SourceFields({ board, vocabulary, experiences, own, draft, onChange }: Props) {
  const { t } = useTranslation('experience');
  const proofs = useProofs(board, draft);
  const metric = vocabulary.metrics.get(draft.metric);
  const bases = [...experiences.values()].filter(
    ({ id, withdrawn }) => id !== own && (!withdrawn || id === draft.basedOn),
  );
  const isListed = proofs.some(({ id }) => id === draft.proof);
  const unlisted = draft.proof && !isListed ? [{ value: draft.proof, label: draft.proof }] : [];
  const listed = proofs.map(({ id, value, achievedAt }) => ({
    value: id,
    label: metric ? formatValue(value, metric) : value,
    hint: formatDate(achievedAt, zoneOf(vocabulary)),
  }));
  return (
    <>
      <Select
        label={t('form.proof')}
        options={[{ value: '', label: t('form.noProof') }, ...unlisted, ...listed]}
        value={draft.proof}
        onChange={(proof) => onChange({ proof })}
      />
      <SearchSelect
        label={t('form.basedOn')}
        options={bases.map(({ id, title, unit }) => ({
          value: id,
          label: title,
          hint: nameOf(vocabulary, unit),
        }))}
        value={draft.basedOn}
        onChange={(basedOn) => onChange({ basedOn })}
        none={t('form.noBase')}
      />
    </>
  );
}
