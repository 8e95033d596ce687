import type { Look } from '@emulation/shared';
import { useEffect } from 'react';
import { offerLanguage } from '../i18n/words.ts';
import { useVocabulary } from '../store/board-store.ts';
import styles from './board-look.module.css';
import { lookTokens } from './look-tokens.ts';

const usual: Look = {};

/** The look that the board's steward gave it; the same object until it changes. */
export function useLook(board: string): Look {
  return useVocabulary(board).board?.look ?? usual;
}

/** Shows a board in its own colours and offers its language, as long as it is mounted. */
export function BoardLook({ board }: { board: string }) {
  const look = useLook(board);
  useEffect(() => {
    const { style, dataset } = document.documentElement;
    const tokens = Object.entries(lookTokens(look));
    for (const [name, value] of tokens) style.setProperty(name, value);
    for (const name of ['accent', 'second'] as const)
      if (tokens.some(([token]) => token === `--${name}-dark`)) dataset[name] = '';
    return () => {
      delete dataset['accent'];
      delete dataset['second'];
      for (const [name] of tokens) style.removeProperty(name);
    };
  }, [look]);
  useEffect(() => {
    offerLanguage(look.language);
    return () => offerLanguage(undefined);
  }, [look]);
  return null;
}

/** The board's logo; nothing where it has none. Its words are the board's name, which stands beside. */
export function BoardLogo({ board, className }: { board: string; className?: string }) {
  const { logo } = useLook(board);
  if (!logo) return null;
  return (
    <img
      className={className ?? styles.logo}
      src={`/api/v1/boards/${encodeURIComponent(board)}/pictures/${logo.id}?size=small`}
      alt={logo.alt ?? ''}
      width={logo.width}
      height={logo.height}
    />
  );
}
