import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { answerRaw } from './raw-problem.ts';

it('[HT27] who is answered below HTTP and holds on to the connection loses it', async () => {
  // As Node's HTTP server listens: the end of the other side does not end this one.
  const server = createServer({ allowHalfOpen: true }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // It listens on a port.
  const { port } = server.address() as AddressInfo;
  const client = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  let heard = '';
  client.setEncoding('utf8').on('data', (text: string) => (heard += text));
  const [socket] = (await once(server, 'connection')) as [Socket];
  answerRaw(new Error('no HTTP'), socket);
  await Promise.all([once(socket, 'close'), once(client, 'end')]);
  expect(heard).toMatch(/^HTTP\/1.1 400 /);
  client.destroy();
  server.close();
});
