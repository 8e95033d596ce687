import { describe, expect, it } from 'vitest';
import { deadMs, isDead, newLink, silentMs, stepLink, type LinkEvent } from './link.ts';

const after = (...events: LinkEvent[]) => events.reduce(stepLink, newLink);

describe('the link', () => {
  it('[SY10] is stale after 15 s of silence and live again at the first word', () => {
    const heard: LinkEvent = { type: 'heard', now: 0 };
    expect(after(heard, { type: 'ticked', now: silentMs }).state).toBe('live');
    const silent = after(heard, { type: 'ticked', now: silentMs + 1 });
    expect(silent).toEqual({ state: 'stale', lastHeardAt: 0 });
    expect(stepLink(silent, { type: 'heard', now: 20_000 }).state).toBe('live');
  });

  it('[SY10] is stale at once when the connection is lost, and connecting until there was one', () => {
    expect(after({ type: 'connected', now: 0 }, { type: 'disconnected' }).state).toBe('stale');
    expect(after({ type: 'disconnected' }, { type: 'ticked', now: 99_999 }).state).toBe(
      'connecting',
    );
  });

  it('[SY15] is stale from the start where kept rows are shown and nobody answers, and their age is known', () => {
    const kept = after({ type: 'restored', at: 5 });
    expect(kept).toEqual({ state: 'stale', lastHeardAt: 5 });
    expect(stepLink(kept, { type: 'connected', now: 9 })).toEqual({
      state: 'live',
      lastHeardAt: 9,
    });
    expect(after({ type: 'connected', now: 9 }, { type: 'restored', at: 5 }).lastHeardAt).toBe(9);
  });

  it('[SY11] a connection silent for longer is thrown away', () => {
    const link = after({ type: 'connected', now: 0 });
    expect(isDead(link, deadMs)).toBe(false);
    expect(isDead(link, deadMs + 1)).toBe(true);
    expect(isDead(newLink, deadMs + 1)).toBe(false);
  });
});
