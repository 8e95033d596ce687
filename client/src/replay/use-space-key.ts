import { useEffect } from 'react';

/** What takes the space bar for itself. */
const takers = 'input, select, textarea, button, a, summary, [contenteditable]';

/** The space bar anywhere on the page, as on every player. */
export function useSpaceKey(act: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      const isSlider = target instanceof HTMLInputElement && target.type === 'range';
      const isTaken = target instanceof HTMLElement && target.closest(takers) !== null && !isSlider;
      if (event.key !== ' ' || isTaken) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [act]);
}
