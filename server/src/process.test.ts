import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

interface Ran {
  code: number | null;
  out: string;
  err: string;
}

let folder: string;
let children: ChildProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'board-process-'));
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** The server as a process of its own: its output so far, and its end. */
function run(env: Record<string, string>) {
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      HOST: '127.0.0.1',
      PORT: '0',
      SEED: 'none',
      DATA_DIR: join(folder, 'data'),
      LOG_LEVEL: 'error',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const ran: Ran = { code: null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (ran.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (ran.err += text));
  const ended = once(child, 'close').then(([code]) => ({ ...ran, code: code as number | null }));
  const listening = async (): Promise<string> => {
    for (;;) {
      const origin = /(http:\/\/[\w.]+:\d+)\/docs/.exec(ran.out)?.[1];
      if (origin !== undefined) return origin;
      if (child.exitCode !== null) throw new Error(`ended early: ${ran.err}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { child, ran, ended, listening };
}

describe('what keeps the server from starting', () => {
  const refusal = async (env: Record<string, string>) => {
    const { code, out, err } = await run(env).ended;
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    return err;
  };

  it('[CF4] a bad variable is one line that names it, and exit 2', async () => {
    expect(await refusal({ PORT: 'eighty' })).toMatch(/^PORT: must be /);
  });

  it('[CF4] a busy port is one line, and exit 2', async () => {
    const busy = createServer().listen(0, '127.0.0.1');
    await once(busy, 'listening');
    // A TCP server that listens has an address with a port.
    const { port } = busy.address() as AddressInfo;
    expect(await refusal({ PORT: String(port) })).toMatch(/^PORT: \d+ is in use/);
    busy.close();
  });

  it('[CF4] a database that does not answer is one line without the password, and exit 2', async () => {
    const err = await refusal({ DATABASE_URL: 'postgres://me:hush-hush@127.0.0.1:1/board' });
    expect(err).toMatch(/^DATABASE_URL: /);
    expect(err).not.toContain('hush-hush');
  });

  it('[CF4] a data folder that cannot be written is one line, and exit 2', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await refusal({ DATA_DIR: join(folder, 'file', 'data') })).toMatch(/^DATA_DIR: /);
  });

  it('[CF4] a data folder in a place that makes none is one line, and exit 2', async () => {
    expect(await refusal({ DATA_DIR: '/proc/nope/data' })).toMatch(/^DATA_DIR: /);
  });

  it('[CF4] a ledger that opens and cannot be read is one line, and exit 2', async () => {
    const first = run({});
    await first.listening();
    first.child.kill('SIGTERM');
    await first.ended;
    const file = join(folder, 'data', 'ledger.sqlite');
    const bytes = readFileSync(file);
    // The page after the schema: opening does not look at it, the list of boards does.
    bytes.fill(0xff, 4096, 8192);
    writeFileSync(file, bytes);
    expect(await refusal({})).toMatch(/^DATA_DIR: .*(?:damaged|malformed)/);
  });

  it('[CF4] proxies that are no addresses are one line, and exit 2', async () => {
    expect(await refusal({ TRUST_PROXY: 'zzz' })).toMatch(/^TRUST_PROXY: must be /);
  });

  it('[CF4] an address that is none of this machine is one line, and exit 2', async () => {
    expect(await refusal({ HOST: '203.0.113.7' })).toMatch(/^HOST: /);
  });
});

describe('a life', () => {
  it('[CF5] it prints where to look and the set-up link, serves, and ends with 0', async () => {
    const { child, ran, ended, listening } = run({});
    const origin = await listening();
    expect(ran.out).toMatch(new RegExp(`Set-up link +${origin}/setup#[\\w-]{43}\n`));
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, err: '' });
  });

  it('[CF5] connections that say nothing do not keep it', async () => {
    const { child, ended, listening } = run({ STEWARD_TOKEN: 'token' });
    const origin = await listening();
    const silent = connect(Number(new URL(origin).port), '127.0.0.1');
    await once(silent, 'connect');
    await fetch(`${origin}/healthz`);
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 0 });
    silent.destroy();
  });

  it('[CF5] what it acknowledged before it ended is there when it starts again', async () => {
    const first = run({ STEWARD_TOKEN: 'token' });
    const send = async (origin: string, method: string, path: string, body: object) => {
      const headers = { authorization: 'Bearer token', 'content-type': 'application/json' };
      const url = `${origin}/api/v1/boards${path}`;
      return fetch(url, { method, headers, body: JSON.stringify(body) }).catch(() => undefined);
    };
    const origin = await first.listening();
    await send(origin, 'POST', '', {
      id: 'works',
      name: 'W',
      timeZone: 'UTC',
      visibility: 'public',
    });
    const posts = Array.from({ length: 200 }, (_, at) =>
      send(origin, 'PUT', `/works/sectors/s${at}`, { name: `S ${at}` }),
    );
    await Promise.race(posts);
    first.child.kill('SIGTERM');
    const statuses = (await Promise.all(posts)).map((answer) => answer?.status);
    expect((await first.ended).code).toBe(0);
    for (const status of statuses) expect([201, 503, undefined]).toContain(status);

    const again = await run({ STEWARD_TOKEN: 'token' }).listening();
    const board = (await (await fetch(`${again}/api/v1/boards/works`)).json()) as {
      sectors: { id: string }[];
    };
    const stored = new Set(board.sectors.map(({ id }) => id));
    const acknowledged = statuses.flatMap((status, at) => (status === 201 ? [`s${at}`] : []));
    for (const id of acknowledged) expect(stored).toContain(id);
  });
});
