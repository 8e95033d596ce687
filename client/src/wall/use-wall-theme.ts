import { useEffect } from 'react';
import { currentTheme, showTheme } from '../ui/theme.ts';
import type { WallSettings } from './wall-settings.ts';

/** Dark unless the address asks for light: a hall is, and a screen that shines for months burns in. */
export function useWallTheme({ theme }: WallSettings): void {
  useEffect(() => {
    const before = currentTheme();
    showTheme(theme);
    return () => showTheme(before);
  }, [theme]);
}
