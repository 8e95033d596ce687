import type { ReactNode } from 'react';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lazyPage } from '../lazy-page.ts';
import { isText, recall } from '../post/device-memory.ts';
import { BoardLogo } from './board-look.tsx';
import { BoardNav } from './board-nav.tsx';
import frame from './frame.module.css';
import { LanguagePicker } from './language-picker.tsx';
import { ThemePicker } from './theme-picker.tsx';
import { ToastCorner } from './toast-corner.tsx';
import { SilenceBanner, TruthMark } from './truth-mark.tsx';

/** What the first load of a page does without. */
const UpdateNotice = lazyPage(() => import('../install/update-notice.tsx'), 'UpdateNotice');
const NoticeBell = lazyPage(() => import('../notices/notice-bell.tsx'), 'NoticeBell', 'notices');
/** After the page itself: the first load is for what everybody came for. */
const ShareButton = lazy(async () => ({
  default: (await import('../share/share-button.tsx')).ShareButton,
}));

/** More letters than a phone has room for in two lines of the usual size. */
const longName = 40;

/** As wide as what will stand there: nothing beside it moves. */
const place = <span className={frame.place} />;

/** Only a device that posts for a unit has a bell. */
function BellCorner({ board }: { board: string }) {
  const unit = recall(board, 'unit', isText);
  return unit === undefined ? null : (
    <Suspense fallback={place}>
      <NoticeBell board={board} unit={unit} />
    </Suspense>
  );
}

interface PageFrameProps {
  /** The board's id and name; without them the frame is that of the product. */
  board?: string;
  name: string;
  title: string;
  children: ReactNode;
}

/** Header, truth mark and landmarks around a board's pages. */
export function PageFrame({ board, name, title, children }: PageFrameProps) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className={frame.page}>
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <header className={frame.header}>
        <Link href={board ? `/b/${board}` : '/'} className={frame.brand}>
          <span className={frame.brandMark} aria-hidden="true" />
          {board !== undefined && <BoardLogo board={board} />}
          <span className={frame.brandName} data-long={name.length > longName}>
            {name}
          </span>
        </Link>
        {board !== undefined && <TruthMark />}
        <nav className={frame.nav} aria-label={t('nav.label')}>
          {board !== undefined && <Link href={`/b/${board}/wall`}>{t('nav.wall')}</Link>}
          {board !== undefined && (
            <Link href={`/b/${board}/post`} className={frame.post}>
              {t('nav.post')}
            </Link>
          )}
          {board !== undefined && <BellCorner board={board} />}
          {board !== undefined && (
            <Suspense fallback={place}>
              <ShareButton board={board} />
            </Suspense>
          )}
          <LanguagePicker />
          <ThemePicker />
        </nav>
      </header>
      {board !== undefined && <BoardNav board={board} />}
      {board !== undefined && <SilenceBanner />}
      <Suspense fallback={null}>
        <UpdateNotice />
      </Suspense>
      <main id="main" className={frame.main} tabIndex={-1}>
        {children}
      </main>
      <ToastCorner />
    </div>
  );
}
