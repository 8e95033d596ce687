import type { Scope } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import { Choice } from '../ui/choice.tsx';
import { UnitSearch } from '../ui/unit-search.tsx';
import type { Line } from './line.ts';
import styles from './metric.module.css';

interface Props {
  vocabulary: Vocabulary;
  line: Line;
  choose: (scope: Scope, of: string) => void;
}

/** Whose line is drawn: the board's, a sector's, or that of a unit which is found by its name. */
export function LineChoice({ vocabulary, line, choose }: Props) {
  const { t } = useTranslation('metric');
  const { sectors, units } = vocabulary;
  const [firstSector] = sectors.keys();
  const [firstUnit] = units.keys();
  const firstOf = { board: '', sector: firstSector ?? '', unit: firstUnit ?? '' };
  return (
    <div className={styles.choice}>
      <Choice
        label={t('line.label')}
        value={line.scope}
        options={(['board', 'sector', 'unit'] as const).map((value) => ({
          value,
          label: t(`line.${value}`),
        }))}
        onChoose={(scope) => choose(scope, firstOf[scope])}
      />
      {line.scope === 'sector' && (
        <select
          aria-label={t('line.sector')}
          value={line.of}
          onChange={(event) => choose('sector', event.target.value)}
        >
          {[...sectors.values()].map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      {line.scope === 'unit' && (
        <>
          <strong>{units.get(line.of)?.name ?? line.of}</strong>
          <UnitSearch
            vocabulary={vocabulary}
            label={t('line.find')}
            onChoose={(unit) => choose('unit', unit)}
          />
        </>
      )}
    </div>
  );
}
