import { describe, expect, it } from 'vitest';
import { cueOf } from './cue.ts';
import type { Screen } from './takeover-queue.ts';
import type { Story } from './takeover-story.ts';

// Only the kind and a breakthrough are looked at.
const screen = (...stories: object[]): Screen => ({
  stories: stories as Story[],
  since: 0,
  position: 1,
});

describe('the sound of a takeover', () => {
  it('[SC12] a record, a breakthrough and a seal each have their own; corrections are silent', () => {
    expect(cueOf(screen({ kind: 'record', breakthrough: false }))).toBe('record');
    expect(cueOf(screen({ kind: 'record', breakthrough: true }))).toBe('breakthrough');
    expect(cueOf(screen({ kind: 'seal' }, { kind: 'seal' }))).toBe('seal');
    expect(cueOf(screen({ kind: 'standard' }))).toBe('record');
    for (const kind of ['correction', 'annulment', 'rejection', 'drive'])
      expect(cueOf(screen({ kind })), kind).toBeUndefined();
  });
});
