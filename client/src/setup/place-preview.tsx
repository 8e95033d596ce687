import { useTranslation } from 'react-i18next';
import button from '../ui/button.module.css';
import { placeProblems } from './place-lines.ts';
import { AddButton } from '../ui/add-button.tsx';
import { useItemFocus } from '../ui/item-focus.ts';
import type { PlaceRow } from './setup-form.ts';
import styles from './setup.module.css';

interface Props {
  rows: readonly PlaceRow[];
  onChange: (rows: PlaceRow[]) => void;
}

const mostShown = 200;

/** What the lines mean, each of them to be changed; what cannot stand comes with its reason. */
export function PlacePreview({ rows, onChange }: Props) {
  const { t } = useTranslation('setup');
  const focus = useItemFocus<HTMLElement>();
  const problems = placeProblems(rows);
  const edit = (at: number, changes: Partial<PlaceRow>) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...changes } : row)));
  const sectors = new Set(rows.map(({ sector }) => sector)).size;
  const wrong = problems.filter((problem) => problem !== undefined).length;
  // Every problem is shown, however long the list.
  const shown = rows
    .map((row, at) => ({ row, at, problem: problems[at] }))
    .filter(({ at, problem }) => at < mostShown || problem !== undefined);
  return (
    <section className={styles.preview} ref={focus.area} aria-labelledby="places-preview">
      <h2 id="places-preview">{t('places.preview')}</h2>
      <p role="status">
        {rows.length === 0
          ? t('places.none')
          : `${t('places.sectors', { count: sectors })} · ${t('places.units', { count: rows.length })}`}
        {wrong > 0 && <strong> · {t('places.wrong', { count: wrong })}</strong>}
      </p>
      <ol className={styles.rows}>
        {shown.map(({ row, at, problem }, place) => (
          <li key={at} className={styles.row} data-item data-wrong={problem !== undefined}>
            <span className={styles.number}>{at + 1}</span>
            <input
              aria-label={t('places.sectorOf', { line: at + 1 })}
              value={row.sector}
              onChange={(event) => edit(at, { sector: event.target.value })}
            />
            <input
              aria-label={t('places.unitOf', { line: at + 1 })}
              value={row.unit}
              data-first
              aria-invalid={problem !== undefined}
              onChange={(event) => edit(at, { unit: event.target.value })}
            />
            <button
              type="button"
              className={button.button}
              aria-label={t('places.remove', { line: at + 1 })}
              data-remove
              onClick={() => {
                focus.removed(place);
                onChange(rows.filter((_, index) => index !== at));
              }}
            >
              ×
            </button>
            {problem && <p className={styles.problem}>{t(`places.problem.${problem}`)}</p>}
          </li>
        ))}
      </ol>
      {shown.length < rows.length && (
        <p>{t('places.more', { count: rows.length - shown.length })}</p>
      )}
      <AddButton
        focus={focus}
        onAdd={() =>
          onChange([...rows, { sector: rows.at(-1)?.sector ?? t('places.oneSector'), unit: '' }])
        }
      >
        {t('places.add')}
      </AddButton>
    </section>
  );
}
