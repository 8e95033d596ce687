import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterAll, describe, expect, it } from 'vitest';
import { findFreePort } from '../scripts/services/free-port.ts';
import { makeFolder, spawnServer, startServer } from './server.ts';

const folder = makeFolder();
afterAll(folder.remove);

/** Starts a server that must not start; answers with the one line it says. */
async function refusalOf(env: Record<string, string>): Promise<string> {
  const server = spawnServer({ DATA_DIR: folder.path, SEED: 'none', ...env });
  const { code, stderr } = await server.exit;
  expect({ code, stdout: server.output(), lines: stderr.trimEnd().split('\n').length }).toEqual({
    code: 2,
    stdout: '',
    lines: 1,
  });
  return stderr;
}

describe('a server that cannot start says why in one line and exits 2', () => {
  it('[WS6] a bad variable is named', async () => {
    expect(await refusalOf({ PORT: 'http' })).toContain('PORT');
    expect(await refusalOf({ LOG_LEVEL: 'loud' })).toContain('LOG_LEVEL');
  });

  it('[WS6] a busy port is named', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const line = await refusalOf({ PORT: port });
    expect(line).toContain('PORT');
    expect(line).toContain(port);
    other.close();
  });

  it('[WS6] a database that does not answer is named, without its password', async () => {
    const port = String(await findFreePort());
    const url = `postgres://board:hush-hush@127.0.0.1:${port}/board`;
    const line = await refusalOf({ PORT: '0', DATABASE_URL: url });
    expect(line).toContain('DATABASE_URL');
    expect(line).not.toContain('hush-hush');
  });

  it('[WS6] a second server on the same SQLite ledger is refused', async () => {
    const first = await startServer({ DATA_DIR: folder.path });
    expect(await refusalOf({ PORT: '0' })).toContain('DATA_DIR');
    await first.kill();
  });
});
