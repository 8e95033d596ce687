import { commandReplySchema, type DisplayReply, type DisplayReport } from '@emulation/shared';
import type { Displays } from '../displays/displays.ts';
import type { TellWall } from '../displays/command-desk.ts';
import type { BoardSource } from './board-source.ts';
import type { LiveSocket } from './live-socket.ts';
import { refuse } from './packet.ts';

export interface DisplayLineDeps {
  displays: Displays;
  boards: Pick<BoardSource, 'get'>;
  clock: { now(): number };
  maySee(socket: LiveSocket, board: string): boolean;
  /** A report that was heard. */
  onShown?: ((report: DisplayReport) => void) | undefined;
}

/** How long a wall has to answer a command. */
const answerMs = 5000;

/** What one connection says as a wall: one wall of one board, for as long as it lasts. */
export class DisplayLine {
  readonly #socket: LiveSocket;
  readonly #deps: DisplayLineDeps;
  #speaksFor: { board: string; id: string } | undefined;

  constructor(socket: LiveSocket, deps: DisplayLineDeps) {
    this.#socket = socket;
    this.#deps = deps;
  }

  hear(report: DisplayReport): DisplayReply {
    const { displays, boards, clock } = this.#deps;
    const host = boards.get(report.board);
    if (!host || !this.#deps.maySee(this.#socket, report.board)) {
      this.leave();
      return refuse('not-found', 'no such board');
    }
    const speaksFor = this.#speaksFor ?? { board: report.board, id: report.id };
    if (speaksFor.board !== report.board || speaksFor.id !== report.id)
      return refuse('invalid', 'id: a connection speaks for one display of one board');
    const isNamed = host.state.books.displays.displays.has(report.id);
    if (displays.report(this, report, isNamed) === 'too-many')
      return refuse('too-many', 'the board has as many displays as it can follow');
    this.#speaksFor = speaksFor;
    this.#deps.onShown?.(report);
    return { ok: true, build: displays.build, at: new Date(clock.now()).toISOString() };
  }

  leave(): void {
    if (this.#speaksFor) this.#deps.displays.leave(this, this.#speaksFor);
    this.#speaksFor = undefined;
  }

  readonly tell: TellWall = async (board, call, command) => {
    const said: unknown = await this.#socket
      .timeout(answerMs)
      .emitWithAck('command', { board, call, command });
    const reply = commandReplySchema.safeParse(said);
    return reply.success ? reply.data : { ok: false, detail: 'the wall answered nothing known' };
  };
}
