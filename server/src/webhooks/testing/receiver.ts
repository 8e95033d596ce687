import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  headers: IncomingHttpHeaders;
  text: string;
  body: { type?: string; data?: { kind: string; seq: number; value?: string } | null };
}

/** A real HTTP server that keeps what it is sent and answers as a test says. */
export class Receiver {
  readonly received: Received[] = [];
  answer: { status: number; headers?: Record<string, string>; text?: string } = { status: 200 };
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const { status, headers, text: said } = this.answer;
      const body = JSON.parse(text || '{}') as Received['body'];
      this.received.push({ headers: request.headers, text, body });
      response.writeHead(status, headers).end(said);
    });
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    // A TCP server that listens has an address with a port.
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/hooks/confidential`;
  }

  ids(): (string | undefined)[] {
    return this.received.map(({ headers }) => headers['webhook-id']?.toString());
  }

  values(): (string | undefined)[] {
    return this.received.map(({ body }) => body.data?.value);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
