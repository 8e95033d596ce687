import { useCallback, useEffect, useRef, useState } from 'react';
import { beginRotation, jump, turn, type Rotation } from './rotation.ts';
import type { Screen } from './takeover-queue.ts';
import type { WallSettings } from './wall-settings.ts';

export interface WallStop {
  metric: string;
  page: number;
  /** The units whose row is lit: they have just had the screen. */
  focus: readonly string[];
  /** Tells how many pages the metric shown now has. */
  setPages: (pages: number) => void;
}

const noFocus: readonly string[] = [];

/** Where the wall stops now. It stands still behind a takeover and then shows whom that was about. */
export function useWallStops(
  metrics: readonly string[],
  settings: WallSettings,
  screen: Screen | null,
): WallStop {
  const first = metrics[0] ?? '';
  const [rotation, setRotation] = useState<Rotation>(() => beginRotation(first));
  const [focus, setFocus] = useState(noFocus);
  const pages = useRef(1);
  const known = useRef(metrics);
  known.current = metrics;
  const isKnown = metrics.includes(rotation.metric);

  useEffect(() => {
    if (!isKnown) setRotation(beginRotation(first));
  }, [isKnown, first]);

  useEffect(() => {
    if (screen) return undefined;
    const timer = setTimeout(() => {
      setFocus(noFocus);
      setRotation((old) => turn(old, known.current, pages.current));
    }, settings.stopMs);
    return () => clearTimeout(timer);
  }, [rotation, screen, settings.stopMs]);

  useEffect(() => {
    const story = screen?.stories.at(-1);
    if (!story || !known.current.includes(story.metric)) return;
    setFocus(story.units);
    setRotation((old) => jump(old, story.metric, 0));
  }, [screen]);

  const setPages = useCallback((count: number) => {
    pages.current = count;
  }, []);
  return { metric: isKnown ? rotation.metric : first, page: rotation.page, focus, setPages };
}
