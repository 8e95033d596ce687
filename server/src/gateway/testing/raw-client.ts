import { randomBytes } from 'node:crypto';
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import type { Duplex } from 'node:stream';
import { eventually } from './eventually.ts';

/** A masked frame, as a client must send it. `opcode`: 1 text, 2 binary. */
export function frameOf(payload: string | Buffer, opcode = 1): Buffer {
  const data = Buffer.from(payload);
  const mask = randomBytes(4);
  const head =
    data.length < 126
      ? Buffer.from([0x80 | opcode, 0x80 | data.length])
      : Buffer.from([0x80 | opcode, 0xfe, data.length >> 8, data.length & 0xff]);
  const long = Buffer.alloc(10);
  long.writeUInt8(0x80 | opcode, 0);
  long.writeUInt8(0xff, 1);
  long.writeBigUInt64BE(BigInt(data.length), 2);
  const masked = data.map((byte, at) => byte ^ (mask[at % 4] ?? 0));
  return Buffer.concat([data.length > 0xffff ? long : head, mask, masked]);
}

export interface RawClient {
  stream: Duplex;
  /** Sends a frame of text, such as `42["watch",{}]`. */
  say(text: string): void;
  /** Everything received so far, frame heads and all. */
  heard(): string;
  heardBytes(): number;
  /** Whether the server has ended the connection. */
  isEnded(): boolean;
}

function attend(stream: Duplex, head: Buffer): RawClient {
  const chunks = [head];
  let isEnded = false;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('error', () => (isEnded = true));
  stream.on('close', () => (isEnded = true));
  stream.on('end', () => (isEnded = true));
  return {
    stream,
    say: (text) => void stream.write(frameOf(text)),
    heard: () => Buffer.concat(chunks).toString('latin1'),
    heardBytes: () => chunks.reduce((sum, chunk) => sum + chunk.length, 0),
    isEnded: () => isEnded,
  };
}

const asUpgrade = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
};
const handshakePath = '/socket.io/?EIO=4&transport=websocket';

/** What the server says to a handshake: its status, and the connection where it is 101. */
export async function shakeHands(
  url: string,
  headers: OutgoingHttpHeaders = {},
  path = handshakePath,
): Promise<{ status: number; headers: IncomingHttpHeaders; client?: RawClient }> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}${path}`, { headers: { ...asUpgrade, ...headers } });
    asked.on('error', reject);
    asked.on('response', (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
    });
    asked.on('upgrade', (response, stream, head) =>
      resolve({ status: 101, headers: response.headers, client: attend(stream, head) }),
    );
    asked.end();
  });
}

/** A client that speaks bare WebSocket frames and has said the Socket.IO connect packet. */
export async function connectRaw(url: string): Promise<RawClient> {
  const { client, status } = await shakeHands(url);
  if (client === undefined) throw new Error(`handshake answered ${status}`);
  client.say('40');
  // Anything said before the answer is a fault of its own and ends the connection.
  if (!(await eventually(() => client.heard().includes('40{"sid"')))) throw new Error('no answer');
  return client;
}
