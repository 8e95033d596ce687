import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** Long enough for a request that is on its way in to be answered or refused. */
const defaultGraceMs = 250;
const lookMs = 50;

/**
 * Ends the connections of a server that closes. Whoever is being answered gets the answer, within
 * a deadline; whoever holds a connection and says nothing would otherwise keep the process.
 */
export class Drain {
  readonly #server: Server;
  readonly #graceMs: number;
  #underWay = 0;

  constructor(server: Server, graceMs = defaultGraceMs) {
    this.#server = server;
    this.#graceMs = graceMs;
    server.on('request', (_, response) => {
      this.#underWay++;
      response.once('close', () => this.#underWay--);
    });
  }

  async cutWhenAnswered(deadlineMs: number): Promise<void> {
    const deadline = performance.now() + deadlineMs;
    await pause(this.#graceMs);
    while (this.#underWay > 0 && performance.now() < deadline) await pause(lookMs);
    this.#server.closeAllConnections();
  }
}
