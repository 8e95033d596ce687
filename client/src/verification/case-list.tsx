import type { VerificationCase } from '@emulation/shared';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import { formatAge, formatValue } from '../ui/format.ts';
import { useNow } from '../ui/now.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { useKeys } from './use-keys.ts';
import styles from './verification.module.css';

export interface CaseListProps {
  cases: readonly VerificationCase[];
  chosen: string;
  vocabulary: Vocabulary;
  onChoose: (id: string) => void;
}

/** Records that wait, in the order that is shown; arrow keys go from one to the next. */
export function CaseList({ cases, chosen, vocabulary, onChoose }: CaseListProps) {
  const { t } = useTranslation('verification');
  const now = useNow(30_000);
  const go = (step: number) => {
    const at = cases.findIndex(({ result }) => result.id === chosen);
    const next = cases[Math.min(cases.length - 1, Math.max(0, at + step))];
    if (next) onChoose(next.result.id);
  };
  useKeys({ ArrowDown: () => go(1), ArrowUp: () => go(-1), j: () => go(1), k: () => go(-1) });
  const name = (unit: string) => vocabulary.units.get(unit)?.name ?? unit;
  return (
    <ol className={styles.cases} aria-label={t('cases')}>
      {cases.map((one) => {
        const { result, missing, since, breakthrough, objections } = one;
        const metric = vocabulary.metrics.get(result.metric);
        const colour = sectorColour(vocabulary.sectors, result.sector);
        const parties = [result.unit, ...result.partners.map(({ unit }) => unit)];
        return (
          <li key={result.id}>
            <button
              type="button"
              className={styles.case}
              style={{ '--sector': colour } as CSSProperties}
              aria-pressed={result.id === chosen}
              data-breakthrough={breakthrough}
              onClick={() => onChoose(result.id)}
            >
              <b>{metric ? formatValue(result.value, metric) : result.value}</b>
              <span className={styles.who}>
                <span>{parties.map(name).join(' + ')}</span>
                <small>{metric?.name}</small>
              </span>
              <span className={styles.lacks}>
                {breakthrough && <em>{t('result:how.breakthrough')}</em>}
                {objections.length > 0 && <strong>{t('lacks.settlement')}</strong>}
                {missing
                  .filter((what) => what !== 'settlement')
                  .map((what) => (
                    <span key={what}>{t(`lacks.${what}`)}</span>
                  ))}
                <time dateTime={since}>{formatAge(now - Date.parse(since))}</time>
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
