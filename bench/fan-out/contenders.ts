import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { call, freePort, setUpBoard, startServer } from '../server-process.ts';
import { compileTool } from './load-client.ts';

/** A server that sends one happening to everyone who listens. */
export interface Contender {
  name: string;
  pid: number;
  /** How the load client comes to listen. */
  target: string[];
  /** `value` comes to the clients in the place of the value: monotonic time, ns. */
  publish(value: bigint): Promise<void>;
  stop(): Promise<void>;
}

const script = (path: string) => new URL(path, import.meta.url).pathname;

type Server = Awaited<ReturnType<typeof startServer>>;

/** Where a node is, and how the load client comes to listen there. */
export function nodeAt({ url, pid }: Server, topics: readonly string[] = ['feed']) {
  const host = url.replace('http://', '');
  const watch = `420["watch",${JSON.stringify({ board: 'b', topics })}]`;
  const target = ['-u', `${host}/socket.io/?EIO=4&transport=websocket`, '-p', '-w', '0'];
  target.push('-t', '40', '-w', '40', '-t', watch, '-w', '430');
  return { url, pid, target };
}

/** The board on a server: a result is posted, stored, folded, and breaks the record of its unit. */
export async function startBoardOn(server: Server) {
  await setUpBoard(server.url, 2);
  const count = { name: 'Count', unitOfMeasure: 'ns', direction: 'higher', decimals: 0 };
  await call(server.url, 'PUT', '/boards/b/metrics/ns', { ...count, aggregate: 'best' });
  const post = (unit: string, value: string) =>
    call(server.url, 'POST', '/boards/b/results', { unit, metric: 'ns', value });
  // The other unit leads for ever: one record each time, in the scope of the unit, and nothing else.
  await post('u0', '999999999999999');
  await post('u1', '1');
  const publish = async (value: bigint) => void (await post('u1', `${value}`));
  return { node: nodeAt(server), publish };
}

export async function startBoard(): Promise<Contender & { frame: string }> {
  const server = await startServer(script('../../server/src/main.ts'));
  const { node, publish } = await startBoardOn(server);
  const frame = await catchFrame(server.url, () => publish(2n));
  return { name: 'board', ...node, publish, stop: () => server.stop(), frame };
}

/** The text of one happening as it goes over the wire, caught by a client of its own. */
async function catchFrame(url: string, post: () => Promise<void>): Promise<string> {
  const socket = io(url, { transports: ['websocket'] });
  const emitter = socket as unknown as NodeJS.EventEmitter;
  await once(emitter, 'connect');
  await socket.emitWithAck('watch', { board: 'b', topics: ['feed'] });
  const caught = once(emitter, 'happening');
  await post();
  const [happening] = (await caught) as [unknown];
  socket.close();
  return `42${JSON.stringify(['happening', happening])}`;
}

interface Bare {
  name: string;
  command: [string, ...string[]];
  port: number;
  paths: { listen: string; publish: string };
}

/** A program that does nothing but pass on what is posted to it, with the board's own frame. */
async function startBare({ name, command, port, paths }: Bare, frame: string): Promise<Contender> {
  const [program, ...args] = command;
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(child, 'exit');
  const origin = `127.0.0.1:${port}`;
  const send = (body: string) =>
    fetch(`http://${origin}${paths.publish}`, { method: 'POST', body });
  const publish = async (value: bigint) => {
    const body = frame.replace(/"value":"\d+"/, `"value":"${value}"`);
    await (await send(body)).arrayBuffer();
  };
  for (let left = 100; left > 0; left--) {
    if (
      await send('x').then(
        () => true,
        () => false,
      )
    )
      break;
    await pause(50);
  }
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  // A spawned process has a pid.
  return {
    name,
    pid: child.pid as number,
    target: ['-u', `${origin}${paths.listen}`],
    publish,
    stop,
  };
}

const bothPaths = { listen: '/', publish: '/pub' };
const nchanModule = '/usr/lib/nginx/modules/ngx_nchan_module.so';

function nchanConfig(port: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'board-bench-nginx-'));
  const path = join(folder, 'nginx.conf');
  const lines = [
    `load_module ${nchanModule};`,
    'daemon off; master_process off; worker_processes 1;',
    `pid ${folder}/pid; error_log ${folder}/error.log;`,
    'events { worker_connections 12000; }',
    `http { access_log off; client_body_temp_path ${folder}/body;`,
    `server { listen 127.0.0.1:${port};`,
    'location /pub { nchan_publisher; nchan_channel_id b; }',
    'location /sub { nchan_subscriber websocket; nchan_channel_id b;',
    'nchan_subscriber_first_message newest; } } }',
  ];
  writeFileSync(path, lines.join('\n'));
  return path;
}

/** A loop of `ws` that sends `frame` to everybody, with the moment in the place of the value. */
export async function startBareWs(frame: string): Promise<Contender> {
  const port = await freePort();
  const command: Bare['command'] = [process.execPath, script('./bare-ws-server.ts'), `${port}`];
  return startBare({ name: 'ws', command, port, paths: bothPaths }, frame);
}

/** What the board is held against; nginx's module where the machine has it. */
export async function startBaselines(frame: string): Promise<Contender[]> {
  const ports = [await freePort(), await freePort()] as const;
  const found = [
    startBare(
      {
        name: 'floor',
        command: [compileTool('floor'), `${ports[0]}`, 'send'],
        port: ports[0],
        paths: bothPaths,
      },
      frame,
    ),
    startBareWs(frame),
  ];
  if (existsSync(nchanModule))
    found.push(
      startBare(
        {
          name: 'nchan',
          command: ['nginx', '-c', nchanConfig(ports[1])],
          port: ports[1],
          paths: { listen: '/sub', publish: '/pub' },
        },
        frame,
      ),
    );
  return Promise.all(found);
}
