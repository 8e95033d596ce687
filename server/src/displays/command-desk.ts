import { randomUUID } from 'node:crypto';
import type { CommandReply, DisplayCommand } from '@emulation/shared';

export type CommandOutcome =
  | { kind: 'done' }
  /** Nobody to tell: it is not connected to any node. */
  | { kind: 'offline' }
  /** It did not answer in time. */
  | { kind: 'silent' }
  | { kind: 'refused'; detail: string };

/** Tells a wall on this node, and resolves with what it says; rejects where it says nothing in time. */
export type TellWall = (
  board: string,
  call: string,
  command: DisplayCommand,
) => Promise<CommandReply>;

export interface CommandMail {
  /** Asks the other nodes; whoever has the wall answers. */
  ask(message: { call: string; board: string; display: string; command: DisplayCommand }): void;
}

/** Longer than a wall has to answer its own node. */
const remoteMs = 6000;
/** Commands that wait for another node at once. */
const mostWaiting = 1000;

/** What several screens of one id answered: one that did it is enough. */
export async function tellAll(
  walls: readonly TellWall[],
  board: string,
  call: string,
  command: DisplayCommand,
): Promise<CommandOutcome> {
  const told = await Promise.allSettled(walls.map((tell) => tell(board, call, command)));
  const replies = told.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  if (replies.some(({ ok }) => ok)) return { kind: 'done' };
  const refused = replies.find((reply) => !reply.ok);
  if (refused && !refused.ok) return { kind: 'refused', detail: refused.detail };
  return { kind: 'silent' };
}

/** Commands to walls on other nodes, and their answers. */
export class CommandDesk {
  readonly #mail: CommandMail;
  readonly #waiting = new Map<string, (outcome: CommandOutcome) => void>();

  constructor(mail: CommandMail) {
    this.#mail = mail;
  }

  async askOthers(
    board: string,
    display: string,
    command: DisplayCommand,
  ): Promise<CommandOutcome> {
    if (this.#waiting.size >= mostWaiting) return { kind: 'silent' };
    const call = randomUUID();
    return new Promise((resolve) => {
      const finish = (outcome: CommandOutcome) => {
        clearTimeout(timer);
        this.#waiting.delete(call);
        resolve(outcome);
      };
      const timer = setTimeout(() => finish({ kind: 'silent' }), remoteMs);
      this.#waiting.set(call, finish);
      this.#mail.ask({ call, board, display, command });
    });
  }

  /** A node that has the wall answers. */
  hear(call: string, outcome: CommandOutcome): void {
    this.#waiting.get(call)?.(outcome);
  }

  close(): void {
    for (const finish of [...this.#waiting.values()]) finish({ kind: 'silent' });
  }
}
