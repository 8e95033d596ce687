/** Opens many WebSocket connections and counts the messages that begin as it is told. */
import { WebSocket } from 'ws';

interface Order {
  url: string;
  connections: number;
  /** Frames to send one after the other, each when the one before was answered. */
  opening: string[];
  counted: string;
}

let received = 0;
let ready = 0;

function connect({ url, opening, counted }: Order): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    const steps = [...opening];
    const goOn = () => {
      const step = steps.shift();
      if (step !== undefined) return socket.send(step);
      ready++;
      resolve();
    };
    socket.on('open', () => {
      if (opening.length === 0) goOn();
    });
    socket.on('message', (data: Buffer) => {
      const text = data.toString('latin1', 0, 24);
      if (text === '2') socket.send('3');
      else if (text.startsWith(counted)) received++;
      else if (ready < 0 || !text.startsWith('42')) goOn();
    });
    socket.on('error', reject);
  });
}

process.on('message', (order: Order | 'count') => {
  if (order === 'count') return process.send?.({ received });
  const batches = async () => {
    for (let at = 0; at < order.connections; at += 50)
      await Promise.all(
        Array.from({ length: Math.min(50, order.connections - at) }, () => connect(order)),
      );
  };
  batches().then(
    () => process.send?.({ ready }),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
  return undefined;
});
process.once('disconnect', () => process.exit(0));
