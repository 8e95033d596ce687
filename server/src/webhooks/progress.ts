import { happeningsSince, type BoardState, type Happening } from '@emulation/shared';
import { z } from 'zod';

const progressSchema = z.object({
  /** The last happening that was told: of the public sight, in its own positions. */
  epoch: z.string(),
  seq: z.int(),
  n: z.int(),
  /** Positions in the full ledger of what was told while a drive hid results. */
  told: z.array(z.int()),
  attempts: z.int(),
  failingSince: z.string().optional(),
  nextAt: z.string().optional(),
  detail: z.string().optional(),
  lastDeliveredAt: z.string().optional(),
});

/**
 * How far a webhook has come. Happenings are a pure function of the ledger, so the ledger is the
 * outbox and this is the place in it: what is behind it was told, whatever was killed meanwhile.
 */
export type Progress = z.infer<typeof progressSchema>;

/** After everything of a position. */
const allOfIt = Number.MAX_SAFE_INTEGER;

export const readProgress = (text: string): Progress => progressSchema.parse(JSON.parse(text));

export function beginAfter({ epoch, seq }: { epoch: string; seq: number }): Progress {
  return { epoch, seq, n: allOfIt, told: [], attempts: 0 };
}

/** No attempt failed any more. */
export function withoutFailure(progress: Progress): Progress {
  const { failingSince: _, nextAt: __, detail: ___, ...rest } = progress;
  return { ...rest, attempts: 0 };
}

/** `<epoch>~<last position that both sights share>` is a public epoch while a drive hides results. */
function partsOf(epoch: string): { base: string; since: number | undefined } {
  const [base = '', since] = epoch.split('~');
  return { base, since: since === undefined ? undefined : Number(since) };
}

export interface Followed {
  progress: Progress;
  /** What could not be told any more, for the log. */
  gap?: string;
}

/**
 * The same place in the epoch that everybody sees now. When all is revealed, what was hidden is told
 * with its place in the full ledger, and what was told before is not told again. After a restore it
 * goes on from there: what was told may never have been.
 */
export function follow(progress: Progress, { epoch, seq }: BoardState): Followed {
  if (progress.epoch === epoch) return { progress };
  const before = partsOf(progress.epoch);
  if (before.base !== partsOf(epoch).base) {
    const at = { ...progress, ...beginAfter({ epoch, seq: Math.min(progress.seq, seq) }) };
    return { progress: withoutFailure(at), gap: 'the board was restored: it goes on from there' };
  }
  if (before.since === undefined) return { progress: { ...progress, epoch } };
  return { progress: { ...progress, epoch, seq: before.since, n: allOfIt } };
}

/** Of the full ledger, and told already while it was counted otherwise. */
function wasTold({ told }: Progress, { epoch, seq }: Happening): boolean {
  return told.length > 0 && partsOf(epoch).since === undefined && told.includes(seq);
}

/** What is to be told next, oldest first, and where it is to go on from if much was forgotten. */
export function backlog(
  state: BoardState,
  progress: Progress,
  kinds: readonly string[],
): Followed & { happenings: Happening[] } {
  const { feed } = state;
  const isGone = progress.seq < feed.forgottenTo;
  const from = isGone ? { ...progress, seq: feed.forgottenTo, n: allOfIt } : progress;
  const since = happeningsSince(state, Math.max(from.seq - 1, feed.forgottenTo), Infinity);
  const happenings = (since === 'truncated' ? [] : since).filter(
    (one) =>
      (one.seq > from.seq || (one.seq === from.seq && one.n > from.n)) &&
      kinds.includes(one.kind) &&
      !wasTold(from, one),
  );
  const gap = isGone ? { gap: 'older happenings than the board looks back on were left out' } : {};
  return { progress: from, happenings, ...gap };
}

/** Wait before the next attempt: doubling from 5 seconds to an hour, and a fifth more or less. */
export function backoffMs(attempts: number, random: number): number {
  const whole = Math.min(5_000 * 2 ** Math.min(attempts - 1, 20), 3_600_000);
  return Math.round(whole * (0.8 + 0.4 * random));
}
