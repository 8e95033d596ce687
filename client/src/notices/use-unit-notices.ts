import type { Happening } from '@emulation/shared';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useFeed, type Vocabulary } from '../store/board-store.ts';
import { tell } from '../ui/toasts.ts';
import { changeNotices, keptNotices } from './kept-notices.ts';
import { decideNotice } from './notice-rule.ts';
import { useNoticeWords } from './notice-words.ts';
import { isSystemAllowed, tellSystem } from './system-notice.ts';
import { isUnheard, noticeFor, type Heard, type UnitNotice } from './unit-notice.ts';

/** What of the feed is news for a unit since it was gone through last, oldest first. */
function newsOf(happenings: readonly Happening[], unit: string, heard: Heard): UnitNotice[] {
  return happenings
    .filter((happening) => isUnheard(happening, heard))
    .flatMap((happening) => noticeFor(happening, unit) ?? [])
    .reverse();
}

/** Goes through the board's feed for a unit: lists what concerns it, and tells what may be told. */
export function useUnitNotices(board: string, unit: string, vocabulary: Vocabulary): void {
  const { t } = useTranslation('notices');
  const { happenings, status } = useFeed(board);
  const { say, addressOf } = useNoticeWords(board, vocabulary);
  const [, go] = useLocation();
  const [newest] = happenings;
  useEffect(() => {
    if (status !== 'ready' || !newest) return;
    const kept = keptNotices(board, unit);
    if (!isUnheard(newest, kept)) return;
    // The first time everything is old: nobody wants a list of last month.
    const news = kept.heardUntil === '' ? [] : newsOf(happenings, unit, kept);
    const toldAt = [...kept.toldAt];
    for (const notice of news) {
      const now = Date.now();
      const today = new Date(now);
      const minute = today.getHours() * 60 + today.getMinutes();
      if (decideNotice(kept.settings, Date.parse(notice.at), toldAt, { now, minute }) !== 'tell')
        continue;
      toldAt.push(now);
      const { title, text } = say(notice);
      if (document.hidden && isSystemAllowed())
        void tellSystem({ title, text, address: addressOf(notice), id: notice.id });
      else tell({ title, text, action: { label: t('open'), run: () => go(addressOf(notice)) } });
    }
    changeNotices(board, unit, {
      notices: [...news].reverse().concat(kept.notices),
      toldAt,
      heardUntil: newest.at,
      heardSeq: newest.seq,
      heardN: newest.n,
    });
  }, [board, unit, status, newest, happenings, say, addressOf, go, t]);
}
