import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useVocabulary } from '../store/board-store.ts';
import { Dialog } from '../ui/dialog.tsx';
import { formatAge } from '../ui/format.ts';
import { useNow } from '../ui/now.ts';
import { changeNotices, keptNotices, useKeptNotices } from './kept-notices.ts';
import { NoticeSettingsForm } from './notice-settings.tsx';
import { useNoticeWords } from './notice-words.ts';
import { useUnitNotices } from './use-unit-notices.ts';
import styles from './notice-bell.module.css';

interface Props {
  board: string;
  /** Which this device posts for. */
  unit: string;
}

/** What happened to the device's unit, with the number of what nobody has looked at. */
export function NoticeBell({ board, unit }: Props) {
  const { t } = useTranslation('notices');
  const vocabulary = useVocabulary(board);
  const [isOpen, setOpen] = useState(false);
  useUnitNotices(board, unit, vocabulary);
  useEffect(() => void keptNotices(board, unit), [board, unit]);
  const { notices, seen } = useKeptNotices(board, unit);
  const last = notices.findIndex(({ id }) => id === seen);
  const unseen = last < 0 ? notices.length : last;
  const open = () => {
    setOpen(true);
    if (notices[0]) changeNotices(board, unit, { seen: notices[0].id });
  };
  return (
    <>
      <button
        type="button"
        className={styles.bell}
        onClick={open}
        aria-label={unseen > 0 ? t('bellNew', { count: unseen }) : t('bell')}
        aria-haspopup="dialog"
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 21.5h4" />
        </svg>
        {unseen > 0 && <b aria-hidden="true">{unseen > 9 ? '9+' : unseen}</b>}
      </button>
      {isOpen && (
        <Dialog
          title={t('title', { unit: vocabulary.units.get(unit)?.name ?? unit })}
          onClose={() => setOpen(false)}
        >
          <NoticeList board={board} unit={unit} onLeave={() => setOpen(false)} />
          <NoticeSettingsForm board={board} unit={unit} />
        </Dialog>
      )}
    </>
  );
}

function NoticeList({ board, unit, onLeave }: Props & { onLeave: () => void }) {
  const { t } = useTranslation('notices');
  const vocabulary = useVocabulary(board);
  const { say, addressOf } = useNoticeWords(board, vocabulary);
  const { notices } = useKeptNotices(board, unit);
  const now = useNow(30_000);
  if (notices.length === 0) return <p className={styles.empty}>{t('empty')}</p>;
  return (
    <ol className={styles.list}>
      {notices.map((notice) => {
        const { title, text } = say(notice);
        return (
          <li key={notice.id} data-kind={notice.kind}>
            <Link href={addressOf(notice)} onClick={onLeave}>
              <b>{title}</b>
              <span>{text}</span>
              <small>{formatAge(now - Date.parse(notice.at))}</small>
            </Link>
          </li>
        );
      })}
    </ol>
  );
}
