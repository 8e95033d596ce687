import type { Happening } from '@emulation/shared';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFeed } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { Choice } from '../ui/choice.tsx';
import { useNow } from '../ui/now.ts';
import styles from './feed.module.css';
import type { PageParts } from './page-parts.ts';
import { changesSince, sinceOf } from './since.ts';
import { StoryItem } from './story-item.tsx';
import { matches, tellStories, type Story, type StoryFilter } from './story.ts';
import { useEarlier } from './use-earlier.ts';

const filters: readonly StoryFilter[] = ['all', 'records', 'places'];
/** Stories shown at first, and how many more at each asking. */
const pageSize = 30;

function sectorOf(happening: Happening, units: PageParts['vocabulary']['units']) {
  if ('sector' in happening) return happening.sector;
  if ('unit' in happening) return units.get(happening.unit)?.sector;
  return happening.kind === 'new-leader'
    ? units.get(happening.leaders[0] ?? '')?.sector
    : undefined;
}

/** The newest first, each in a sentence; live ones come in at the top. */
export function FeedPanel({ board, vocabulary, query }: PageParts) {
  const { t } = useTranslation('watch');
  const { happenings, status } = useFeed(board);
  const [filter, setFilter] = useState<StoryFilter>('all');
  const [shown, setShown] = useState(pageSize);
  const { earlier, more, loadEarlier } = useEarlier(board, happenings);
  const now = useNow(10_000);
  const known = useMemo(() => [...happenings, ...earlier], [happenings, earlier]);
  const stories = useMemo(() => tellStories(known), [known]);
  const changes = useMemo(() => changesSince(known), [known]);
  const inSector = (story: Story) =>
    query.sector === '' || sectorOf(story.lead, vocabulary.units) === query.sector;
  const all = stories.filter((story) => matches(story, filter) && inSector(story));
  const showMore = () => {
    setShown(shown + pageSize);
    if (all.length < shown + pageSize) loadEarlier();
  };
  return (
    <section className={styles.panel} aria-labelledby="feed-title">
      <header className={styles.head}>
        <h2 id="feed-title">{t('feed.label')}</h2>
        <Choice
          label={t('feed.filter')}
          value={filter}
          options={filters.map((value) => ({ value, label: t(`feed.${value}`) }))}
          onChoose={setFilter}
        />
      </header>
      {status === 'ready' && all.length === 0 && <p className={styles.empty}>{t('feed.empty')}</p>}
      <ol className={styles.list} aria-busy={status === 'loading'}>
        {all.slice(0, shown).map((story) => (
          <StoryItem
            key={story.key}
            story={story}
            board={board}
            vocabulary={vocabulary}
            now={now}
            since={sinceOf(story.lead, changes)}
          />
        ))}
      </ol>
      {(all.length > shown || more) && status === 'ready' && stories.length > 0 && (
        <button type="button" className={button.button} onClick={showMore}>
          {t('feed.older')}
        </button>
      )}
    </section>
  );
}
