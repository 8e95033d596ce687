import { useCallback, useEffect, useRef, useState } from 'react';
import { beginRotation, jump, turn, type Rotation } from './rotation.ts';
import { driveStop, rankingStop } from './stops.ts';
import type { Screen } from './takeover-queue.ts';
import type { Story } from './takeover-story.ts';
import { stopMsOf, type WallSettings } from './wall-settings.ts';

export interface WallStop {
  /** Its name among the stops. */
  key: string;
  page: number;
  /** The units whose row is lit: they have just had the screen. */
  focus: readonly string[];
  /** Tells how many pages the metric shown now has. */
  setPages: (pages: number) => void;
}

const noFocus: readonly string[] = [];

const stopOfStory = (story: Story) =>
  story.kind === 'drive' ? driveStop(story.drive) : rankingStop(story.metric);

/** Where the wall stops now. It stands still behind a takeover and then shows whom that was about. */
export function useWallStops(
  stops: readonly string[],
  settings: WallSettings,
  screen: Screen | null,
): WallStop {
  const first = stops[0] ?? '';
  const [rotation, setRotation] = useState<Rotation>(() => beginRotation(first));
  const [focus, setFocus] = useState(noFocus);
  const pages = useRef(1);
  const known = useRef(stops);
  known.current = stops;
  const isKnown = stops.includes(rotation.stop);
  const stopMs = stopMsOf(settings, isKnown ? rotation.stop : first);

  useEffect(() => {
    if (!isKnown) setRotation(beginRotation(first));
  }, [isKnown, first]);

  useEffect(() => {
    if (screen) return undefined;
    const timer = setTimeout(() => {
      setFocus(noFocus);
      setRotation((old) => turn(old, known.current, pages.current));
    }, stopMs);
    return () => clearTimeout(timer);
  }, [rotation, screen, stopMs]);

  useEffect(() => {
    const story = screen?.stories.at(-1);
    const stop = story && stopOfStory(story);
    if (stop === undefined || !known.current.includes(stop)) return;
    setFocus(story?.units ?? noFocus);
    setRotation((old) => jump(old, stop, 0));
  }, [screen]);

  const setPages = useCallback((count: number) => {
    pages.current = count;
  }, []);
  return { key: isKnown ? rotation.stop : first, page: rotation.page, focus, setPages };
}
