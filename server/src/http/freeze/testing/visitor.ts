import { Agent, get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { stewardToken } from '../../testing/test-server.ts';

export interface Page {
  status: number;
  headers: [name: string, value: string][];
  bytes: Buffer;
}

/** Reads address after address on one connection: what `fetch` does besides costs as much as the answer. */
export class Visitor {
  readonly #origin: string;
  readonly #headers: Record<string, string>;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(origin: string, as: 'anonymous' | 'steward') {
    this.#origin = origin;
    this.#headers = as === 'steward' ? { authorization: `Bearer ${stewardToken}` } : {};
  }

  async read(address: string): Promise<Page> {
    const asked = { agent: this.#agent, headers: this.#headers };
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      get(`${this.#origin}${address}`, asked, resolve).once('error', reject);
    });
    const headers = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    );
    // An answer of HTTP has a status.
    return { status: answer.statusCode ?? 0, headers, bytes: await buffer(answer) };
  }

  leave(): void {
    this.#agent.destroy();
  }
}
