import { IncomingMessage, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { HandedRequest } from './messages.ts';

/** What of a request a worker must have to answer it. */
export function toHand(request: IncomingMessage, body: Uint8Array): HandedRequest {
  const { method = 'GET', url = '/', httpVersion, headers, rawHeaders } = request;
  return { method, url, httpVersion, headers, rawHeaders, body };
}

/** Answers a request that the writer read, as if `server` had read it. */
export function takeOver(server: Server, handed: HandedRequest, socket: Socket): void {
  const request = new IncomingMessage(socket);
  const { body, ...head } = handed;
  Object.assign(request, head);
  server.emit('upgrade', request, socket, Buffer.from(body));
}
