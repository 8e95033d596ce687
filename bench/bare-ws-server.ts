/** The baseline of the fan-out: a loop that sends what it is told to everyone, and nothing else. */
import { WebSocketServer } from 'ws';

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
server.on('listening', () => {
  // A TCP server that listens has an address with a port.
  const { port } = server.address() as { port: number };
  process.send?.({ port });
});
process.on('message', (text: string) => {
  for (const client of server.clients) client.send(text);
});
process.once('disconnect', () => process.exit(0));
