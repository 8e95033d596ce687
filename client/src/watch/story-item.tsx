import type { Happening } from '@emulation/shared';
import { memo, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { CheerButton } from '../cheers/cheer-button.tsx';
import { TravellingRow } from '../motion/travelling-row.tsx';
import type { Vocabulary } from '../store/board-store.ts';
import { formatAge, formatDate } from '../ui/format.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { headline } from '../ui/unit-beside.ts';
import styles from './feed.module.css';
import type { Since } from './since.ts';
import { saySince } from './recognition-words.ts';
import type { Story } from './story.ts';
import { labelOf, sayHappening, type Words } from './story-words.ts';

interface Props {
  story: Story;
  /** Not on a first screen of any device. */
  isBelow: boolean;
  board: string;
  vocabulary: Vocabulary;
  now: number;
  /** What became of the result later on. */
  since: Since | undefined;
}

type Weight = 'gold' | 'signal' | 'strong' | 'plain' | 'caution';

function weightOf(lead: Happening): Weight {
  if (lead.kind === 'annulment' || lead.kind === 'correction') return 'caution';
  if (lead.kind === 'new-leader') return 'strong';
  if (lead.kind === 'standard-raised') return 'strong';
  if (lead.kind === 'standard-reached') return lead.first || lead.last ? 'strong' : 'plain';
  if (lead.kind !== 'record') return 'plain';
  if (lead.scope === 'unit') return 'plain';
  if (lead.how === 'equalled') return 'strong';
  return lead.scope === 'board' ? 'gold' : 'signal';
}

function subjectOf(happening: Happening): string | undefined {
  if ('unit' in happening) return happening.unit;
  return happening.kind === 'new-leader' ? happening.leaders[0] : undefined;
}

/** A longer one stands over the story instead of beside it. */
const longFigure = 11;

function Figure({ words, lead }: { words: Words; lead: Happening }) {
  if (lead.kind !== 'record' && lead.kind !== 'new-leader') return null;
  const value = lead.kind === 'record' ? lead.value : lead.score;
  const metric = words.vocabulary.metrics.get(lead.metric);
  const text = metric ? headline(value, metric) : value;
  return (
    <p className={styles.figure} data-long={text.length > longFigure}>
      {text}
    </p>
  );
}

/** One story of the feed; the whole of it leads to the unit's page. */
export const StoryItem = memo(function StoryItem(props: Props) {
  const { story, isBelow, board, vocabulary, now, since } = props;
  const { t } = useTranslation('watch');
  const { lead, also, at } = story;
  const words = { t, vocabulary };
  const unit = subjectOf(lead);
  const sector = 'sector' in lead ? lead.sector : vocabulary.units.get(unit ?? '')?.sector;
  const metric = 'metric' in lead ? vocabulary.metrics.get(lead.metric) : undefined;
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const colour = { '--sector': sectorColour(vocabulary.sectors, sector) } as CSSProperties;
  return (
    <TravellingRow
      id={story.key}
      className={isBelow ? `${styles.item} ${styles.below}` : (styles.item ?? '')}
    >
      <article
        className={styles.story}
        data-weight={weightOf(lead)}
        data-since={since !== undefined}
        style={colour}
      >
        <p className={styles.label}>
          <span className={styles.kind}>{labelOf(words, lead)}</span>
          {sector !== undefined && (
            <span className={styles.sector}>{vocabulary.sectors.get(sector)?.name}</span>
          )}
          <time dateTime={at} title={formatDate(at, timeZone)}>
            {formatAge(now - Date.parse(at))}
          </time>
        </p>
        <Figure words={words} lead={lead} />
        <p className={styles.text}>
          {unit === undefined ? (
            sayHappening(words, lead)
          ) : (
            <Link href={`/b/${board}/u/${unit}${metric ? `?metric=${metric.id}` : ''}`}>
              {sayHappening(words, lead)}
            </Link>
          )}
        </p>
        {also.map((one) => (
          <p key={one.n} className={styles.also}>
            {sayHappening(words, one)}
          </p>
        ))}
        {since && <p className={styles.since}>{saySince(words, since)}</p>}
        <p className={styles.foot}>
          <span>{metric?.name}</span>
          {'provisional' in lead && lead.provisional && !since && (
            <span>{t('feed.provisional')}</span>
          )}
          {'partners' in lead && (
            <Link href={`/b/${board}/r/${lead.result}`} className={styles.history}>
              {t('feed.history')}
            </Link>
          )}
          {lead.kind === 'record' && !since && (
            <CheerButton
              board={board}
              result={lead.result}
              name={vocabulary.units.get(lead.unit)?.name ?? lead.unit}
            />
          )}
        </p>
      </article>
    </TravellingRow>
  );
});
