import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import { catalogue, type Kind } from '../errors/catalogue.ts';
import { problemOf, problemType } from '../errors/problem.ts';
import { Refusal } from '../errors/refusal.ts';

const kinds: Record<string, Kind> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'timeout',
};

/** So long may the answer travel; whoever then still holds its end of the connection loses it. */
const farewellMs = 1000;

/** Answers what the HTTP parser could not read, and hangs up: where one request ends is unknown. */
export function answerRaw(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const kind = kinds[error.code ?? ''] ?? 'malformed-request';
  const { status } = catalogue[kind];
  const body = JSON.stringify(problemOf(new Refusal(kind)));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    `Content-Type: ${problemType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  // A client that neither reads nor closes would keep the socket for ever.
  setTimeout(() => socket.destroy(), farewellMs).unref();
}
