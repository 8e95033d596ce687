import { memo } from 'react';
import type { Vocabulary } from '../store/board-store.ts';
import { BoardLogo } from '../ui/board-look.tsx';
import { localeOf } from '../ui/format.ts';
import { useNow } from '../ui/now.ts';
import { clockParts, formatDay } from './clock.ts';
import { FittedText } from './fitted-text.tsx';
import { WallNotes } from './wall-notes.tsx';
import { WallTruth } from './wall-truth.tsx';

interface Props {
  vocabulary: Vocabulary;
  title: string;
  /** What is to be known about it, the most important first: what does not fit is left out. */
  notes: readonly (string | undefined)[];
}

/** Notes are listed anew at every drawing, and nearly always say the same. */
const isSame = (one: Props, other: Props) =>
  one.vocabulary === other.vocabulary &&
  one.title === other.title &&
  one.notes.join('\n') === other.notes.join('\n');

/** What is shown here, the time at the workplace, and whether all this is true now. */
export const WallHeader = memo(function WallHeader({ vocabulary, title, notes }: Props) {
  const now = useNow(1_000);
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const locale = localeOf();
  const clock = clockParts(now, timeZone, locale);
  return (
    <header className="wall-header">
      <div className="wall-slash" aria-hidden="true" />
      {vocabulary.board?.look?.logo && (
        <BoardLogo board={vocabulary.board.id} className="wall-logo" />
      )}
      <div className="wall-titles">
        <h1 className="wall-metric">
          <FittedText text={title} max={4.6} min={2.6} weight={700} />
        </h1>
        <WallNotes notes={notes} />
      </div>
      <div className="wall-when">
        <WallTruth timeZone={timeZone} />
        <time className="wall-day">{formatDay(now, timeZone, locale)}</time>
      </div>
      <time className="wall-clock">
        {clock.time}
        {clock.half && <small>{clock.half}</small>}
      </time>
    </header>
  );
}, isSame);
