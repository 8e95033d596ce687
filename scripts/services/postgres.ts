import { execFileSync, spawn, type SpawnOptions } from 'node:child_process';
import { chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPostgresBinaries } from './debian-packages.ts';
import { findFreePort } from './free-port.ts';
import type { Service } from './service.ts';

/** PostgreSQL refuses root: as root it runs as the user that Debian's package made. */
function ownUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function waitUntilReady(binaries: string, port: number): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    try {
      execFileSync(join(binaries, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]);
      return;
    } catch {
      // Not yet: pg_isready says so by its exit code.
      await sleep(100);
    }
  }
  throw new Error(`PostgreSQL does not answer on ${port}`);
}

function binariesFolder(): string {
  const binaries = findPostgresBinaries();
  if (!binaries) throw new Error('PostgreSQL is not installed');
  return binaries;
}

/** A new folder in `folder` that PostgreSQL may write, and how to run its programs there. */
function prepare(folder: string) {
  const user = ownUser();
  const data = join(folder, 'postgres');
  mkdirSync(data, { mode: 0o700 });
  if (user) for (const path of [folder, data]) chownSync(path, user.uid, user.gid);
  const options: SpawnOptions = { cwd: folder, stdio: 'ignore', ...user };
  const run = (program: string, args: readonly string[]) =>
    execFileSync(join(binariesFolder(), program), args, { ...options, stdio: 'pipe' });
  return { data, options, run };
}

async function serve(folder: string, data: string, options: SpawnOptions): Promise<Service> {
  const port = await findFreePort();
  const settings = ['fsync=on', 'listen_addresses=127.0.0.1', 'max_connections=200'];
  const args = ['-D', data, '-p', String(port), '-k', folder];
  const child = spawn(
    join(binariesFolder(), 'postgres'),
    [...args, ...settings.flatMap((setting) => ['-c', setting])],
    options,
  );
  await waitUntilReady(binariesFolder(), port);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  return { url, child, stopSignal: 'SIGQUIT' };
}

/** A PostgreSQL of our own on a free port, durable as in earnest (`fsync=on`). */
export async function startPostgres(folder: string): Promise<Service> {
  const { data, options, run } = prepare(folder);
  run('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8']);
  return serve(folder, data, options);
}

/** A second one, begun as a copy of the first, that follows it until it is promoted. */
export async function startStandby(folder: string, primary: Service): Promise<Service> {
  const { data, options, run } = prepare(folder);
  run('pg_basebackup', ['-d', primary.url, '-D', data, '-R', '-X', 'stream', '-c', 'fast']);
  return serve(folder, data, options);
}
