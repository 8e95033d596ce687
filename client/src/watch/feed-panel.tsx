import { memo, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFeed } from '../store/board-store.ts';
import { TravellingList } from '../motion/travelling-list.tsx';
import button from '../ui/button.module.css';
import { useCalm } from '../ui/calm.ts';
import { useNow } from '../ui/now.ts';
import { feedFilterOf, isAskedFor, isFiltered } from './feed-filter.ts';
import { FeedTools } from './feed-tools.tsx';
import styles from './feed.module.css';
import type { PageParts } from './page-parts.ts';
import { changesSince, sinceOf } from './since.ts';
import { StoryItem } from './story-item.tsx';
import type { Story } from './story.ts';
import { useStories } from './use-stories.ts';
import { useEarlier } from './use-earlier.ts';

const keyOf = ({ key }: Story) => key;
/** So many new happenings are more than anybody reads in a second. */
const rush = 6;
const calmMs = { usual: 1_000, rush: 3_000 };

type Feed = ReturnType<typeof useFeed>;

/** Nobody reads twenty stories a second: a burst comes in a few at a time, a rush less often. */
function calmOf(shown: Feed, told: Feed): number {
  const last = shown.happenings[0];
  const isRush =
    last !== undefined &&
    last !== told.happenings[0] &&
    !told.happenings.slice(0, rush).includes(last);
  return isRush ? calmMs.rush : calmMs.usual;
}
/** Stories shown at first, and how many more at each asking. */
const pageSize = 30;
/** More than a first screen of any device holds. */
const firstScreen = 8;

/** The newest first, each in a sentence; live ones come in at the top. */
export const FeedPanel = memo(function FeedPanel(props: PageParts) {
  const { board, vocabulary, query } = props;
  const { t } = useTranslation('watch');
  const feed = useFeed(board);
  const { happenings, status } = useCalm(feed, calmOf);
  const [shown, setShown] = useState(pageSize);
  const filter = useMemo(() => feedFilterOf(query), [query]);
  const { known, more, failed, loadEarlier } = useEarlier(board, happenings, filter);
  // Every story says its age: they are drawn in slices, too.
  const now = useDeferredValue(useNow(10_000));
  const stories = useStories(known);
  const changes = useMemo(() => changesSince(known), [known]);
  const all = stories.filter((story) => isAskedFor(story, filter, vocabulary.units));
  const isEmpty = status === 'ready' && all.length === 0;
  const showMore = () => {
    setShown(shown + pageSize);
    if (all.length < shown + pageSize) loadEarlier();
  };
  return (
    <section className={styles.panel} aria-labelledby="feed-title">
      <header className={styles.head}>
        <h2 id="feed-title">{t('feed.label')}</h2>
        <FeedTools {...props} />
      </header>
      {isEmpty && (
        <p className={styles.empty}>{t(isFiltered(filter) ? 'feed.nothing' : 'feed.empty')}</p>
      )}
      {failed && <p role="alert">{t('feed.failed')}</p>}
      <TravellingList items={all.slice(0, shown)} keyOf={keyOf} aria-busy={status === 'loading'}>
        {(story, at) => (
          <StoryItem
            key={story.key}
            story={story}
            isBelow={at >= firstScreen}
            board={board}
            vocabulary={vocabulary}
            now={now}
            since={sinceOf(story.lead, changes)}
          />
        )}
      </TravellingList>
      {(all.length > shown || more) && status === 'ready' && stories.length > 0 && (
        <button type="button" className={button.button} onClick={showMore}>
          {t('feed.older')}
        </button>
      )}
    </section>
  );
});
