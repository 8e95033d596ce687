/**
 * How a display gets itself admitted, by the rules of RFC 8628, without anybody at its keys:
 *
 *            code                     approved
 *   asking ───────▶ showing ─────────────────────▶ admitted
 *     ▲  ▲             │ │
 *     │  └── ten minutes │
 *     └── waiting ◀──────┘ refused; no code (the server is away, or there were too many)
 */
import type { DeviceCode } from '@emulation/shared';
import type { DeviceAnswer } from '../../api/screens.ts';

export type Pairing =
  | { kind: 'asking' }
  | { kind: 'showing'; code: string; address: string; until: number }
  /** Asks anew at `until`, ms. */
  | { kind: 'waiting'; why: 'refused' | 'no-code'; until: number }
  | { kind: 'admitted'; board: string };

export interface PairingPorts {
  askCode(): Promise<DeviceCode>;
  askOutcome(deviceCode: string): Promise<DeviceAnswer>;
  /** Rejects when the screen shows something else. */
  wait(ms: number): Promise<void>;
  now(): number;
}

/** RFC 8628, 3.5. */
const slowDownMs = 5_000;
const longestIntervalMs = 60_000;
const againMs = 5_000;
/** Whoever refused it has time to find its plug. */
const refusedMs = 60_000;

type Outcome = { kind: 'refused' | 'over' } | { kind: 'admitted'; board: string };

/** Asks what became of a code until that is known, never faster than it was told. */
async function follow(ports: PairingPorts, code: DeviceCode, until: number): Promise<Outcome> {
  let intervalMs = code.interval * 1000;
  let patienceMs = 0;
  for (;;) {
    await ports.wait(intervalMs + patienceMs);
    if (ports.now() >= until) return { kind: 'over' };
    const answer = await ports.askOutcome(code.device_code).catch(() => undefined);
    if (!answer) {
      // Nobody answered: each time twice as long, as the RFC asks.
      patienceMs = Math.min(longestIntervalMs, Math.max(intervalMs, patienceMs * 2));
      continue;
    }
    patienceMs = 0;
    if ('access_token' in answer) return { kind: 'admitted', board: answer.board };
    if (answer.error === 'slow_down') intervalMs += slowDownMs;
    if (answer.error === 'access_denied') return { kind: 'refused' };
    if (answer.error === 'expired_token') return { kind: 'over' };
  }
}

/** How long the server asked to be left alone, where it did. */
function retryMs(error: unknown): number {
  const named = error instanceof Error && 'problem' in error ? error.problem : undefined;
  const hasTime = typeof named === 'object' && named !== null && 'retryAfter' in named;
  return hasTime ? Number(named.retryAfter) * 1000 : againMs;
}

/** Shows codes until one is approved. @throws what `wait` rejects with */
export async function pair(ports: PairingPorts, show: (pairing: Pairing) => void): Promise<void> {
  const waitShowing = (why: 'refused' | 'no-code', ms: number) => {
    show({ kind: 'waiting', why, until: ports.now() + ms });
    return ports.wait(ms);
  };
  for (;;) {
    const code = await ports.askCode().catch((error: unknown) => retryMs(error));
    if (typeof code === 'number') {
      await waitShowing('no-code', code);
      continue;
    }
    const until = ports.now() + code.expires_in * 1000;
    const { user_code: text, verification_uri_complete: address } = code;
    show({ kind: 'showing', code: text, address, until });
    const outcome = await follow(ports, code, until);
    if (outcome.kind === 'admitted') return show(outcome);
    if (outcome.kind === 'refused') await waitShowing('refused', refusedMs);
  }
}
