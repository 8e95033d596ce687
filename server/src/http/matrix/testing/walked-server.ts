import { postedAnswerSchema } from '@emulation/shared';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { MemoryLedger } from '../../../ledger/memory/memory-ledger.ts';
import type { Api } from '../../api.ts';
import { outputMetric, read, stewardToken, TestServer } from '../../testing/test-server.ts';
import { createCallers, type Credentials } from './callers.ts';
import { spring } from './spring.ts';

export const boards = ['works', 'secret'] as const;
export type Board = (typeof boards)[number];

/** Ids that a row may name: of a result of the unit `alpha`, of one of `beta`, of a picture. */
type Known = Record<'$result' | '$elsewhere' | '$picture', string>;

/** A server with a public and a private board, everybody who may come, and every route it has. */
export interface WalkedServer {
  server: TestServer;
  /** Takes a request without a connection: thousands of them take a moment. */
  api: Api;
  ledger: MemoryLedger;
  /** `METHOD /address`, as they were registered. */
  routes: string[];
  callers: Record<Board, Credentials>;
  known: Record<Board, Known>;
  close(): Promise<void>;
}

/** The server that is made next and whatever it registers. */
function watchRoutes() {
  const routes: string[] = [];
  const made: Api[] = [];
  const watch = (message: unknown) => {
    // Fastify publishes the instance it has just made.
    const { fastify } = message as { fastify: Api };
    made.push(fastify);
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const name of [method].flat()) if (name !== 'HEAD') routes.push(`${name} ${url}`);
    });
  };
  subscribe('fastify.initialization', watch);
  const stop = (): Api => {
    unsubscribe('fastify.initialization', watch);
    const [api] = made;
    if (!api) throw new Error('no server was made');
    return api;
  };
  return { routes, stop };
}

async function addPicture(server: TestServer, board: string): Promise<string> {
  const create = { width: 4, height: 4, channels: 3 as const, background: '#d92a1c' };
  const bytes = await sharp({ create }).png().toBuffer();
  const response = await fetch(`${server.listening.url}/api/v1/boards/${board}/pictures`, {
    method: 'POST',
    headers: { 'content-type': 'image/png', authorization: `Bearer ${stewardToken}` },
    body: new Uint8Array(bytes),
  });
  return ((await response.json()) as { id: string }).id;
}

async function fill(server: TestServer, board: string): Promise<Known> {
  const put = async (path: string, body?: object) => {
    const answer = await server.board(`/${board}/${path}`, {
      method: 'PUT',
      ...(body ? { body } : {}),
    });
    if (answer.status > 201) throw new Error(`${path}: ${answer.text}`);
  };
  const post = async (unit: string) => {
    const result = { unit, metric: 'output', value: '10.00' };
    return read(postedAnswerSchema, await server.post(result, undefined, board)).id;
  };
  await put('sectors/spare-sector', { name: 'Spare' });
  await put('units/spare-unit', { name: 'Spare', sector: 'north' });
  await put('metrics/spare-metric', { ...outputMetric, name: 'Spare' });
  await put('drives/spring', spring);
  await server.board(`/${board}/drives/spring/state`, { body: { to: 'pledging' } });
  const known = { $result: await post('alpha'), $elsewhere: await post('beta') };
  const picture = await addPicture(server, board);
  const tip = { unit: 'alpha', metric: 'output', title: 'Two at the press', change: 'One feeds.' };
  await put('experiences/shown', { ...tip, pictures: [{ id: picture }] });
  await put('experiences/tip', tip);
  await put('experiences/tip/offers/beta');
  await server.board(`/${board}/experiences/tip/adoptions/beta`, { body: { to: 'studying' } });
  return { ...known, $picture: picture };
}

export async function startWalkedServer(): Promise<WalkedServer> {
  const folder = mkdtempSync(join(tmpdir(), 'matrix-'));
  const dist = join(folder, 'dist');
  mkdirSync(dist);
  writeFileSync(join(dist, 'index.html'), '<title>board</title><p>client</p>');
  const ledger = new MemoryLedger();
  const { routes, stop } = watchRoutes();
  const server = await TestServer.start({ DATA_DIR: folder }, { dist, ledger });
  const api = stop();
  await server.openWorks();
  await server.openWorks('secret', 'private');
  await server.openWorks('other', 'private');
  const known = { works: await fill(server, 'works'), secret: await fill(server, 'secret') };
  const callers = await createCallers(server, ledger);
  const close = async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  };
  return { server, api, ledger, routes: [...new Set(routes)], callers, known, close };
}
