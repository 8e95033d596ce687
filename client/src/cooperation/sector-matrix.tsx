import type { SectorCooperation } from '@emulation/shared';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import styles from './cooperation.module.css';
import { partsOf } from './opened.ts';
import type { Shown } from './pairs.ts';

/** From which sector partners came to the results of which: a table, shaded by its numbers, which open. */
export function SectorMatrix({
  sectors,
  vocabulary,
  shown,
  opened,
  onOpen,
}: {
  sectors: readonly SectorCooperation[];
  vocabulary: Vocabulary;
  shown: Shown;
  /** The cell that is open, as `<from>|<to>`, or ''. */
  opened: string;
  onOpen: (cell: string) => void;
}) {
  const { t } = useTranslation('cooperation');
  const cells = new Map(sectors.map((row) => [`${row.from}|${row.to}`, row]));
  const present = new Set(sectors.flatMap(({ from, to }) => [from, to]));
  const names = [...vocabulary.sectors.values()].filter(({ id }) => present.has(id));
  const most = Math.max(1, ...sectors.map((row) => partsOf(row, shown)));
  if (names.length < 2) return null;
  return (
    <section className={styles.panel} aria-labelledby="matrix-title">
      <h2 id="matrix-title">{t('matrix.label')}</h2>
      <p className={styles.quiet}>{t('matrix.explained')}</p>
      <div className={styles.scroll}>
        <table className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col">{t('matrix.corner')}</th>
              {names.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((from) => (
              <tr key={from.id}>
                <th scope="row">{from.name}</th>
                {names.map((to) => {
                  const key = `${from.id}|${to.id}`;
                  const count = partsOf(cells.get(key), shown);
                  const shade = {
                    '--sector': sectorColour(vocabulary.sectors, from.id),
                    '--share': count / most,
                  } as CSSProperties;
                  return (
                    <td key={to.id} style={shade} data-empty={count === 0}>
                      {count === 0 ? (
                        '·'
                      ) : (
                        <button
                          type="button"
                          aria-pressed={key === opened}
                          aria-label={t('matrix.open', { count, from: from.name, to: to.name })}
                          onClick={() => onOpen(key === opened ? '' : key)}
                        >
                          {count}
                        </button>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
