import { minutesPerDay, weekSpans, type PlaylistItem, type WeekSpan } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { formatList, localeOf } from '../ui/format.ts';
import { sceneName, subjectOf, type SceneVocabulary } from './scene-words.ts';
import styles from './week-picture.module.css';

const hours = [0, 6, 12, 18, 24];
/** Patterns told apart by shape and by colour. */
const tones = 8;

/** 2024-01-01 was a Monday. */
const dayName = (weekday: number) =>
  new Intl.DateTimeFormat(localeOf(), { weekday: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, weekday),
  );

const timeOf = (minute: number) =>
  new Intl.DateTimeFormat(localeOf(), { timeStyle: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, 1, 0, minute),
  );

interface Props {
  items: readonly PlaylistItem[];
  vocabulary: SceneVocabulary;
  /** Without the names of the scenes: beside the playlist's name. */
  isSmall?: boolean;
}

/** The usual week of a playlist: a row for each day, in it what is due from when to when. */
export function WeekPicture({ items, vocabulary, isSmall = false }: Props) {
  const { t } = useTranslation('walls');
  const spans = weekSpans(items);
  const nameOf = (place: number) => {
    const item = items[place];
    if (!item) return '';
    const subject = subjectOf(item.show, vocabulary);
    return subject
      ? `${sceneName(t, item.show.scene)} (${subject})`
      : sceneName(t, item.show.scene);
  };
  const words = ({ items: due }: WeekSpan) =>
    due.length === 0 ? t('editor.ownChoice') : formatList([...new Set(due.map(nameOf))]);
  return (
    <figure className={styles.week} data-small={isSmall}>
      <figcaption className="visually-hidden">{t('editor.weekLabel')}</figcaption>
      <ol className={styles.days}>
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
          <li key={weekday} className={styles.day}>
            <span className={styles.dayName}>{dayName(weekday)}</span>
            <ol className={styles.spans}>
              {spans
                .filter((span) => span.weekday === weekday)
                .map((span) => {
                  const from = timeOf(span.fromMinute);
                  const to = timeOf(span.toMinute);
                  const text = t('editor.span', { from, to, scenes: words(span) });
                  const share = (span.toMinute - span.fromMinute) / minutesPerDay;
                  return (
                    <li
                      key={span.fromMinute}
                      className={styles.span}
                      style={{ inlineSize: `${share * 100}%` }}
                      title={text}
                    >
                      <span className="visually-hidden">{text}</span>
                      {span.items.slice(0, tones).map((place) => (
                        <span
                          key={place}
                          className={styles.item}
                          data-tone={(place % tones) + 1}
                          aria-hidden="true"
                        >
                          {!isSmall && share > 0.04 && place + 1}
                        </span>
                      ))}
                    </li>
                  );
                })}
            </ol>
          </li>
        ))}
      </ol>
      {!isSmall && (
        <div className={styles.hours} aria-hidden="true">
          {hours.map((hour) => (
            <span key={hour}>{timeOf((hour % 24) * 60)}</span>
          ))}
        </div>
      )}
    </figure>
  );
}
