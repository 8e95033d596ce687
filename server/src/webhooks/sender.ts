import { randomUUID } from 'node:crypto';
import type { BoardState, Webhook } from '@emulation/shared';
import type { SenderDeps } from './sender-deps.ts';
import { TellingRound } from './telling-round.ts';

const leaseName = 'webhooks';
const leaseMs = 15_000;
const renewMs = 4_000;

const isActive = ({ isOn }: Webhook) => isOn;
const webhooksOf = ({ books }: BoardState): Webhook[] => [...books.machines.webhooks.values()];

/**
 * Tells other systems what happened. Of several nodes one does it, by a lease; a node that dies is
 * followed by another, which goes on from the place that the shelf holds. Each webhook is served by
 * itself, in the order of the ledger: a slow or dead receiver keeps nobody else waiting.
 */
export class WebhookSender {
  readonly #deps: SenderDeps;
  readonly #node = randomUUID();
  readonly #busy = new Map<string, Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #leaveBoards: (() => void) | undefined;
  #looking: Promise<void> | undefined;
  #heldUntil = 0;
  #isAsked = false;
  #isStopped = false;

  constructor(deps: SenderDeps) {
    this.#deps = deps;
  }

  start(): void {
    const { boards, everyMs = 1000 } = this.#deps;
    this.#leaveBoards = boards.onEvent((event) => {
      if (event.kind !== 'applied' || event.sight === 'public') this.wake();
    });
    this.#timer = setInterval(() => this.wake(), everyMs);
    this.#timer.unref();
  }

  /** Looks for what waits, soon; asked while it looks, it looks once more. */
  wake(): void {
    if (this.#isStopped) return;
    this.#isAsked = true;
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
      if (this.#isAsked) setImmediate(() => this.wake());
    });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#timer);
    this.#leaveBoards?.();
    await this.#looking;
    await Promise.all(this.#busy.values());
    if (this.#heldUntil > 0)
      await this.#deps.shelf.release(leaseName, this.#node).catch(() => undefined);
  }

  async #look(): Promise<void> {
    this.#isAsked = false;
    const { boards, log } = this.#deps;
    const due = boards.all().flatMap((host) =>
      webhooksOf(host.state)
        .filter(isActive)
        .map(({ id }) => ({ host, id })),
    );
    try {
      if (due.length === 0 || !(await this.#hold())) return;
    } catch (err) {
      log.warn({ err }, 'webhooks wait for the database');
      return;
    }
    for (const { host, id } of due) this.#serve(host.board, id);
  }

  async #hold(): Promise<boolean> {
    const now = performance.now();
    if (now < this.#heldUntil - leaseMs + renewMs) return true;
    const isHeld = await this.#deps.shelf.lease(leaseName, this.#node, leaseMs);
    this.#heldUntil = isHeld ? now + leaseMs : 0;
    return isHeld;
  }

  #serve(board: string, id: string): void {
    const key = `${board}/${id}`;
    if (this.#busy.has(key)) return;
    const mayGoOn = async () => !this.#isStopped && this.#hold();
    const round = new TellingRound(this.#deps, { board, id, mayGoOn })
      .run()
      .catch((err: unknown) => this.#deps.log.warn({ err, board, webhook: id }, 'a webhook waits'))
      .finally(() => this.#busy.delete(key));
    this.#busy.set(key, round);
  }
}
