import type { Happening } from '@emulation/shared';
import type { BoardSync } from '../../client-sdk/src/sync/board-state.ts';
import { startDriver, type Driver } from '../../client-sdk/src/sync/driver.ts';
import { newBoardSync } from '../../client-sdk/src/sync/board-question.ts';
import { SimClientSocket, type ClientSocketDeps } from './sim-client-socket.ts';

/** One page: the product's driver and state machine, on a simulated socket. */
export class SimClient {
  readonly name: string;
  readonly socket: SimClientSocket;
  state: BoardSync = newBoardSync('plant');
  readonly announced: Happening[] = [];
  /** The position at which the feed was first answered: what came later is announced. */
  feedFrom: number | undefined;
  readonly #driver: Driver;

  constructor(name: string, deps: ClientSocketDeps, onAnnounced: (one: Happening) => void) {
    this.name = name;
    this.socket = new SimClientSocket(deps);
    const listener = {
      board: (state: BoardSync) => {
        this.state = state;
        this.feedFrom ??= state.feed.seq ?? undefined;
      },
      link: () => undefined,
      happening: (happening: Happening) => {
        this.announced.push(happening);
        onAnnounced(happening);
      },
      command: () => undefined,
    };
    this.#driver = startDriver(listener, {}, this.socket.asLiveSocket());
  }

  want(topics: readonly string[]): void {
    this.#driver.want('plant', new Set(topics));
  }

  close(): void {
    this.#driver.close();
  }
}
