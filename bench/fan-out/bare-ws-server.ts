/** A baseline of the fan-out: a loop of `ws` that sends what is posted to everyone. */
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

const http = createServer((request, response) => {
  let text = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => (text += chunk));
  request.on('end', () => {
    for (const client of sockets.clients) client.send(text);
    response.end();
  });
});
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
http.listen(Number(process.argv[2]), '127.0.0.1');
