import { useEffect } from 'react';
import type { Vocabulary } from '../../store/board-store.ts';
import { RevealScreen } from './reveal-screen.tsx';
import { useReveal } from './use-reveal.ts';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  /** Told whether a reveal has the screen: takeovers wait behind it. */
  onShown: (isShown: boolean) => void;
}

/** The reveal of a drive, where there is one. */
export function RevealPart({ board, vocabulary, onShown }: Props) {
  const shown = useReveal(board, vocabulary);
  const isShown = shown !== undefined;
  useEffect(() => onShown(isShown), [onShown, isShown]);
  return shown ? <RevealScreen {...shown} vocabulary={vocabulary} /> : null;
}
