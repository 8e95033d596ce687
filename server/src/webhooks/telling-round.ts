import type { Delivery, Happening, Webhook } from '@emulation/shared';
import { attempt, type Outcome } from './delivery.ts';
import type { Told } from './formats.ts';
import {
  backlog,
  backoffMs,
  beginAfter,
  follow,
  readProgress,
  withoutFailure,
  type Progress,
} from './progress.ts';
import { readAddress } from './secrets.ts';
import type { SenderDeps, ToldBoard } from './sender-deps.ts';
import { sayingOf } from './told.ts';

/** After so long without one delivery nobody is there any more. */
export const giveUpMs = 3 * 24 * 3_600_000;
const longestWaitMs = 3_600_000;

interface RoundOf {
  board: string;
  id: string;
  /** Asked before every message: another node may have taken over. */
  mayGoOn: () => Promise<boolean>;
}

/** Tells one webhook what waits for it, until nothing does or it fails. */
export class TellingRound {
  readonly #deps: SenderDeps;
  readonly #of: RoundOf;

  constructor(deps: SenderDeps, of: RoundOf) {
    this.#deps = deps;
    this.#of = of;
  }

  async run(): Promise<void> {
    while (await this.#of.mayGoOn()) {
      const host = this.#deps.boards.get(this.#of.board);
      const webhook = host?.state.books.machines.webhooks.get(this.#of.id);
      if (!host || !webhook?.isOn || !(await this.#tellNext(host, webhook))) return;
    }
  }

  /** False: nothing is to be told now. */
  async #tellNext(host: ToldBoard, webhook: Webhook): Promise<boolean> {
    const { clock, reach } = this.#deps;
    const progress = await this.#progress(host, webhook);
    const next = backlog(host.publicState, progress, webhook.kinds);
    if (next.gap !== undefined) {
      await this.#save(next.progress);
      await this.#note({ happening: '', kind: '', attempt: 0, ms: 0 }, next.gap);
      return true;
    }
    const [happening, after] = next.happenings;
    if (!happening) return false;
    if (progress.nextAt !== undefined && clock.now() < Date.parse(progress.nextAt)) return false;
    const { board } = this.#of;
    const kept = await this.#deps.shelf.find('webhook-address', board, webhook.kept);
    // A ledger that came from elsewhere: a steward gives the address again.
    if (kept === undefined) return false;
    // Before it is sent: by then what is hidden may have been revealed.
    const told = after?.seq === happening.seq ? undefined : fullPosition(host, happening);
    const id = idOf(happening);
    const now = clock.now();
    const what = { webhook, address: readAddress(kept), id, told: this.#say(host, happening), now };
    const outcome = await attempt(reach, what);
    const { kind } = happening;
    await this.#log({ happening: id, kind, attempt: progress.attempts + 1 }, outcome);
    if (outcome.outcome !== 'delivered') return this.#fail(host, progress, outcome);
    await this.#save(advance(progress, happening, told, new Date(now).toISOString()));
    return true;
  }

  #say(host: ToldBoard, happening: Happening): Told {
    const { publicUrl } = this.#deps;
    const { board, publicState } = host;
    return {
      kind: happening.kind,
      at: happening.at,
      ...sayingOf(publicState, happening),
      board: { id: board, name: publicState.info?.name ?? board },
      data: happening,
      link: publicUrl === undefined ? undefined : `${publicUrl}/b/${board}`,
    };
  }

  async #progress(host: ToldBoard, { id, since }: Webhook): Promise<Progress> {
    const { board } = this.#of;
    const kept = await this.#deps.shelf.find('webhook-progress', board, id);
    // Its own beginning is counted as everybody counts, also while a drive hides results.
    const own = host.publicState.books.machines.webhooks.get(id)?.since ?? since;
    const progress = kept === undefined ? beginAfter(own) : readProgress(kept);
    const followed = follow(progress, host.publicState);
    if (kept === undefined || followed.progress !== progress) await this.#save(followed.progress);
    if (followed.gap !== undefined)
      await this.#note({ happening: '', kind: '', attempt: 0, ms: 0 }, followed.gap);
    return followed.progress;
  }

  /** Later, or never again; false, for nothing more is sent now. */
  async #fail(host: ToldBoard, progress: Progress, outcome: Outcome): Promise<false> {
    const { clock, random = Math.random } = this.#deps;
    const now = clock.now();
    const attempts = progress.attempts + 1;
    const failingSince = progress.failingSince ?? new Date(now).toISOString();
    const asked = Math.min((outcome.retryAfterSeconds ?? 0) * 1000, longestWaitMs);
    const wait = Math.max(backoffMs(attempts, random()), asked);
    const nextAt = new Date(now + wait).toISOString();
    const { status, detail: why } = outcome;
    const detail = status === undefined ? why : `${status}: ${why}`;
    await this.#save({ ...progress, attempts, failingSince, nextAt, detail });
    if (outcome.isGone)
      await this.#giveUp(host, failingSince, 'the receiver says it is gone (410)');
    else if (now - Date.parse(failingSince) >= giveUpMs)
      await this.#giveUp(host, failingSince, `nothing was delivered for 3 days; last: ${detail}`);
    return false;
  }

  /** Once, whichever node says so; the ledger keeps that it was not a steward. */
  async #giveUp(host: ToldBoard, since: string, reason: string): Promise<void> {
    const { id } = this.#of;
    const key = `webhook-stopped:${id}:${since}`;
    const at = new Date(this.#deps.clock.now()).toISOString();
    const fact = { type: 'webhook.stopped' as const, id, reason };
    await host.commit([{ fact, actor: 'system:webhooks', at, key, bodyHash: key }], 'refuse');
  }

  #save(progress: Progress): Promise<void> {
    const { board, id } = this.#of;
    return this.#deps.shelf.put('webhook-progress', board, id, JSON.stringify(progress));
  }

  #note(of: Pick<Delivery, 'happening' | 'kind' | 'attempt' | 'ms'>, detail: string) {
    return this.#log(of, { outcome: 'note', ms: of.ms, detail });
  }

  #log(of: Pick<Delivery, 'happening' | 'kind' | 'attempt'>, outcome: Outcome): Promise<void> {
    const { board, id } = this.#of;
    const { outcome: kind, status, ms, detail } = outcome;
    const at = new Date(this.#deps.clock.now()).toISOString();
    const line: Delivery = {
      at,
      happening: of.happening,
      kind: of.kind,
      attempt: of.attempt,
      outcome: kind,
      ms,
      detail,
      ...(status === undefined ? {} : { status }),
    };
    return this.#deps.shelf.note('deliveries', board, id, JSON.stringify(line));
  }
}

const idOf = ({ board, epoch, seq, n }: Happening) => `${board}:${epoch}:${seq}:${n}`;

/** Where the full ledger has what everybody sees at another position; `undefined` where it is one. */
function fullPosition(host: ToldBoard, { epoch, seq }: Happening): number | undefined {
  if (!epoch.includes('~')) return undefined;
  for (let full = host.state.seq; full > seq; full--)
    if (host.publicPosition(full) === seq) return full;
  return seq;
}

function advance(
  progress: Progress,
  { seq, n }: Happening,
  told: number | undefined,
  lastDeliveredAt: string,
): Progress {
  const next = { ...withoutFailure(progress), seq, n, lastDeliveredAt };
  // Positions before this one are asked about no more once the full ledger is told from.
  const open = progress.epoch.includes('~') ? next.told : next.told.filter((at) => at > seq);
  return { ...next, told: told === undefined ? open : [...open, told] };
}
