import { once } from 'node:events';
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import { frameOf } from '../../server/src/gateway/testing/raw-client.ts';
import type { Random } from '../../server/src/gateway/testing/random.ts';
import { mutate, noise, pick } from './mutate.ts';

export interface Target {
  url: string;
  port: number;
  token: string;
}
export type Attack = (target: Target, random: Random) => Promise<void>;

const patienceMs = 400;

/** Writes bytes as they are and takes whatever comes back, until it ends or has had its time. */
async function sendRaw(
  port: number,
  parts: readonly (string | Buffer)[],
  random: Random,
): Promise<void> {
  // Each from an address of its own: one that sends twenty wrong tokens in a minute is not listened to.
  const localAddress = `127.${1 + random(250)}.${random(250)}.${1 + random(250)}`;
  const socket = connect({ port, host: '127.0.0.1', localAddress });
  // Being cut off is an answer, too.
  socket.on('error', () => undefined).on('data', () => undefined);
  for (const part of parts) socket.write(part);
  const ended = once(socket, 'close');
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
  socket.destroy();
}

const packets = [
  '40',
  '40{"token":"x"}',
  '41',
  '2probe',
  '3',
  '421["watch",{"board":"plant","topics":["feed","ranking:output"]}]',
  '422["watch",{"board":"plant","topics":["records"],"known":{"records":3},"epoch":"x"}]',
  '423["unwatch",{"board":"plant"}]',
  '424["cheer",{"board":"plant","unit":"anvil","count":1}]',
  '425["display",{"board":"plant","id":"hall","build":"b","scene":"record"}]',
  '42["watch",{}]',
  '431[{"ok":true}]',
  '451-["watch",{"_placeholder":true,"num":0}]',
  '40/admin,',
  '44"bad"',
];

/** Packets of Engine.IO and Socket.IO over a proper WebSocket. */
const packetAttack: Attack = async ({ url }, random) => {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
  socket.on('error', () => undefined);
  const ended = once(socket, 'close').catch(() => undefined);
  socket.on('open', () => {
    if (random(8) > 0) socket.send('40');
    for (let count = random(20); count >= 0; count -= 1) {
      const packet = mutate(pick(random, packets), random);
      if (random(6) === 0) socket.send(noise(random, random(300)));
      else socket.send(packet);
    }
  });
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, patienceMs / 4))]);
  socket.terminate();
};

/** Frames that are none, after a handshake that is nearly one. */
const frameAttack: Attack = async ({ port }, random) => {
  const shake = [
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
    'Host: x',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ].join('\r\n');
  const head = random(4) === 0 ? mutate(shake, random) : shake;
  const frames = Array.from({ length: 1 + random(6) }, () =>
    random(2) === 0 ? noise(random, random(400)) : frameOf(pick(random, packets), random(16)),
  );
  await sendRaw(port, [`${head}\r\n\r\n`, ...frames], random);
};

const bodies = [
  '{"unit":"anvil","metric":"output","value":"12.5","note":"x","partners":[{"unit":"drill","share":0.5}]}',
  '{"id":"other","name":"Other","timeZone":"Europe/Paris","visibility":"public"}',
  '{"name":"Anvil","sector":"north"}',
  '{"reason":"mistake","value":3}',
];
const paths = [
  '/api/v1/boards/plant/results',
  '/api/v1/boards/plant/units/anvil',
  '/api/v1/boards/plant/rankings?metric=output&from=2026-01-01&limit=5&tieBreaks=earliest',
  '/api/v1/boards/plant/results/5b2c8d8e-0000-4000-8000-000000000000/annulment?preview=true',
  '/api/v1/boards/plant/feed?before=9&limit=3',
  '/api/v1/boards/plant/ledger?since=0',
  '/b/plant/wall',
  '/openapi.json',
];

/** Requests whose line, headers and body may be anything. */
const httpAttack: Attack = async ({ port, token }, random) => {
  const body = mutate(pick(random, bodies), random);
  const length = random(5) === 0 ? random(100_000) : Buffer.byteLength(body);
  const method = pick(random, ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'BREW']);
  const head = [
    `${method} ${random(2) === 0 ? pick(random, paths) : mutate(pick(random, paths), random)} HTTP/1.1`,
    'Host: x',
    `Authorization: Bearer ${random(3) === 0 ? mutate(token, random) : token}`,
    `Content-Type: ${pick(random, ['application/json', 'text/csv', 'multipart/form-data', mutate('application/json; charset=utf-8', random)])}`,
    random(6) === 0 ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`,
    `Idempotency-Key: ${random(3) === 0 ? mutate('key', random) : random(1e9)}`,
    ...(random(6) === 0 ? [mutate('Cookie: session=abc; other=def', random)] : []),
    'Connection: close',
  ];
  const text = `${random(6) === 0 ? mutate(head.join('\r\n'), random) : head.join('\r\n')}\r\n\r\n${body}`;
  await sendRaw(port, [text], random);
};

const csv = [
  'sector,unit,metric,unit_of_measure,direction,achieved_at,value,partners,note',
  'north,Anvil,Output,t,higher,2026-05-01,12.5,,first',
  'south,"Drill, big",Output,t,higher,2026-05-02T10:00:00Z,13.25,Anvil;Chisel,"said ""go"""',
].join('\n');

const csvAttack: Attack = async ({ url, token }, random) => {
  const preview = random(4) === 0 ? '' : '?preview=true';
  const answer = await fetch(`${url}/api/v1/boards/plant/import${preview}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
    body: mutate(csv, random),
    signal: AbortSignal.timeout(10_000),
  });
  await answer.arrayBuffer();
  if (answer.status >= 500) throw new Error(`a CSV file was answered with ${answer.status}`);
};

export const attacks: Record<string, Attack> = {
  packets: packetAttack,
  frames: frameAttack,
  http: httpAttack,
  csv: csvAttack,
};
