import type { Happening } from '@emulation/shared';
import { useMemo, useRef } from 'react';
import { tellStories, type Story } from './story.ts';

const isSame = (one: Story, other: Story | undefined) =>
  other !== undefined &&
  one.lead === other.lead &&
  one.also.length === other.also.length &&
  one.also.every((each, at) => each === other.also[at]);

/** The stories of these happenings; one that says the same as before is the same object. */
export function useStories(happenings: readonly Happening[]): readonly Story[] {
  const told = useRef<ReadonlyMap<string, Story>>(new Map());
  return useMemo(() => {
    const stories = tellStories(happenings).map((story) => {
      const before = told.current.get(story.key);
      return before && isSame(story, before) ? before : story;
    });
    told.current = new Map(stories.map((story) => [story.key, story]));
    return stories;
  }, [happenings]);
}
