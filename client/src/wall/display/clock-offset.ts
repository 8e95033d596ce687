/**
 * How far the server's clock is ahead of this one. A question that was sent at `sentAt` and answered
 * at `receivedAt` was read by the server somewhere in between; it is taken for the middle, which is
 * wrong by half the round trip at most. Of the last few the fastest is believed.
 */
export interface ClockSample {
  /** ms. */
  readonly roundTripMs: number;
  readonly offsetMs: number;
}

const kept = 8;

export function sampleOf(sentAt: number, receivedAt: number, serverAt: number): ClockSample {
  return { roundTripMs: receivedAt - sentAt, offsetMs: serverAt - (sentAt + receivedAt) / 2 };
}

export function addSample(
  samples: readonly ClockSample[],
  sample: ClockSample,
): readonly ClockSample[] {
  return [...samples, sample].slice(-kept);
}

/** Server's clock minus this one, ms; 0 as long as nothing is known. */
export function offsetOf(samples: readonly ClockSample[]): number {
  const [first, ...rest] = samples;
  if (!first) return 0;
  return rest.reduce((best, one) => (one.roundTripMs < best.roundTripMs ? one : best), first)
    .offsetMs;
}
