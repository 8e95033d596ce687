import type { ExperienceRow } from '@emulation/shared';

/** Experiences that stand, the newest first. */
export function standingExperiences(rows: Iterable<ExperienceRow>): string[] {
  return [...rows]
    .filter((row) => !row.withdrawn)
    .sort((a, b) => b.seq - a.seq)
    .slice(0, 24)
    .map(({ id }) => id);
}
