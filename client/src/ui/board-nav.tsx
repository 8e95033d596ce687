import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useIsSteward } from '../store/session.ts';
import styles from './board-nav.module.css';

interface BoardPage {
  /** Below `/b/:board`; its word is `nav.pages.<path>`, that of the rankings `nav.pages.rankings`. */
  path: string;
  stewardOnly?: boolean;
}

/** The pages of a board, in the order they are offered. */
const boardPages: readonly BoardPage[] = [
  { path: '' },
  { path: 'records' },
  { path: 'replay' },
  { path: 'drives' },
  { path: 'experience' },
  { path: 'cooperation' },
  { path: 'pulse' },
  { path: 'honours' },
  { path: 'desk', stewardOnly: true },
  { path: 'verification', stewardOnly: true },
  { path: 'appearance', stewardOnly: true },
  { path: 'walls', stewardOnly: true },
  { path: 'machines', stewardOnly: true },
  { path: 'people', stewardOnly: true },
];

/** Whether an address lies on a page or below it; the rankings are only themselves. */
function isOn(location: string, board: string, path: string): boolean {
  const address = path ? `/b/${board}/${path}` : `/b/${board}`;
  return location === address || (path !== '' && location.startsWith(`${address}/`));
}

/** The pages of a board, under the header of each of them; one alone needs no bar. */
export function BoardNav({ board }: { board: string }) {
  const { t } = useTranslation();
  const [location] = useLocation();
  const isSteward = useIsSteward();
  const current = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [location]);
  const pages = boardPages.filter((page) => !page.stewardOnly || isSteward);
  if (pages.length < 2) return null;
  return (
    <nav className={styles.nav} aria-label={t('nav.board')}>
      <ul className={styles.pages}>
        {pages.map(({ path }) => {
          const isCurrent = isOn(location, board, path);
          return (
            <li key={path}>
              <Link
                href={path ? `/b/${board}/${path}` : `/b/${board}`}
                className={styles.page}
                aria-current={isCurrent ? 'page' : undefined}
                ref={isCurrent ? current : null}
              >
                {t(`nav.pages.${path || 'rankings'}`)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
