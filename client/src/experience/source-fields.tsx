import type { ExperienceRow, ResultRow } from '@emulation/shared';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listResults } from '../api/client.ts';
import type { Vocabulary } from '../store/board-store.ts';
import { formatDate, formatValue } from '../ui/format.ts';
import form from '../ui/form.module.css';
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
  return (
    <>
      <label className={form.field}>
        <span>{t('form.proof')}</span>
        <select value={draft.proof} onChange={(event) => onChange({ proof: event.target.value })}>
          <option value="">{t('form.noProof')}</option>
          {draft.proof && !isListed && <option value={draft.proof}>{draft.proof}</option>}
          {metric &&
            proofs.map(({ id, value, achievedAt }) => (
              <option key={id} value={id}>
                {formatValue(value, metric)} · {formatDate(achievedAt, zoneOf(vocabulary))}
              </option>
            ))}
        </select>
      </label>
      <label className={form.field}>
        <span>{t('form.basedOn')}</span>
        <select
          value={draft.basedOn}
          onChange={(event) => onChange({ basedOn: event.target.value })}
        >
          <option value="">{t('form.noBase')}</option>
          {bases.map(({ id, title, unit }) => (
            <option key={id} value={id}>
              {title} · {nameOf(vocabulary, unit)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
