import type { Screen } from './takeover-queue.ts';

/** What a takeover sounds like; a correction and a drive are told in silence. */
export type Cue = 'record' | 'breakthrough' | 'seal';

export function cueOf({ stories }: Screen): Cue | undefined {
  if (stories.some((story) => story.kind === 'record' && story.breakthrough)) return 'breakthrough';
  const [first] = stories;
  if (first?.kind === 'record' || first?.kind === 'standard') return 'record';
  return first?.kind === 'seal' ? 'seal' : undefined;
}

interface Note {
  hz: number;
  /** When it begins, and how long it rings: seconds. */
  from: number;
  rings: number;
  loudness: number;
}

const [c5, e5, g5, c6, e6, g4] = [523.25, 659.25, 783.99, 1046.5, 1318.5, 392];

/** A fifth upwards for a record, a whole chord for a breakthrough, one low bell for a seal. */
const notes: Record<Cue, readonly Note[]> = {
  record: [
    { hz: c5, from: 0, rings: 0.5, loudness: 0.22 },
    { hz: g5, from: 0.14, rings: 1.1, loudness: 0.26 },
  ],
  breakthrough: [
    { hz: c5, from: 0, rings: 0.5, loudness: 0.2 },
    { hz: e5, from: 0.12, rings: 0.6, loudness: 0.2 },
    { hz: g5, from: 0.24, rings: 0.8, loudness: 0.22 },
    { hz: c6, from: 0.38, rings: 1.8, loudness: 0.26 },
    { hz: e6, from: 0.38, rings: 1.6, loudness: 0.12 },
  ],
  seal: [{ hz: g4, from: 0, rings: 1.4, loudness: 0.2 }],
};

/** Plays it at once: bells that ring out, no file to load. */
export function playCue(context: AudioContext, cue: Cue): void {
  for (const { hz, from, rings, loudness } of notes[cue]) {
    const at = context.currentTime + from;
    const tone = new OscillatorNode(context, { type: 'triangle', frequency: hz });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(loudness, at + 0.012);
    volume.gain.exponentialRampToValueAtTime(0.0008, at + rings);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + rings);
  }
}
