import { useTranslation } from 'react-i18next';
import { CardList } from '../list/card-list.tsx';
import button from '../ui/button.module.css';
import panel from '../ui/panel.module.css';
import { WeekPicture } from './week-picture.tsx';
import type { WallsParts } from './walls-parts.ts';
import styles from './walls.module.css';

interface Props extends WallsParts {
  /** `''`: a new one. */
  onEdit: (playlist: string) => void;
}

/** The playlists of the board, each with a picture of its week. */
export function PlaylistsPanel({ board, vocabulary, rows, onEdit }: Props) {
  const { t } = useTranslation('walls');
  const wallsOf = (id: string) => rows.walls.filter(({ playlist }) => playlist === id).length;
  return (
    <section className={panel.panel} aria-labelledby="playlists">
      <div className={panel.head}>
        <h2 id="playlists" tabIndex={-1}>
          {t('playlists.heading')}
        </h2>
        <button type="button" className={button.button} onClick={() => onEdit('')}>
          {t('playlists.add')}
        </button>
      </div>
      <p className={styles.quiet}>{t('playlists.lead')}</p>
      {rows.playlists.length === 0 ? (
        <p className={panel.empty}>{t('playlists.none')}</p>
      ) : (
        <CardList
          board={board}
          label={t('playlists.heading')}
          path="/playlists"
          rows={rows.playlists}
          text={({ name }) => name}
          fields={[
            { id: 'name', label: t('name.label'), sortBy: ({ name }) => name },
            { id: 'walls', label: t('heading'), sortBy: ({ id }) => wallsOf(id) },
          ]}
        >
          {(shown) => (
            <ul className={styles.playlists}>
              {shown.map(({ id, name, items, sound }) => {
                const walls = wallsOf(id);
                return (
                  <li key={id} className={styles.playlist}>
                    <h3>{name}</h3>
                    <p className={styles.quiet}>
                      {[
                        t('playlists.items', { count: items.length }),
                        t('playlists.walls', { count: walls }),
                        ...(sound ? [t('playlists.sound')] : []),
                      ].join(' · ')}
                    </p>
                    <WeekPicture items={items} vocabulary={vocabulary} isSmall />
                    <button type="button" className={button.button} onClick={() => onEdit(id)}>
                      {t('playlists.edit', { playlist: name })}
                    </button>
                  </li>
                );
              })}
            </ul>
          )}
        </CardList>
      )}
    </section>
  );
}
