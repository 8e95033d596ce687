import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { findPostgresBinaries } from '../scripts/services/debian-packages.ts';
import { makeFolder } from './server.ts';

export interface Store {
  env: Record<string, string>;
  remove: () => void;
}

/** A variable that `npm test` sets; without it a test fails, it does not skip. */
export function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests by \`npm test\``);
  return value;
}

/** A fresh database on the test server; it goes with that server. */
function createDatabase(): Store {
  const url = new URL(required('TEST_DATABASE_URL'));
  const name = `e2e_${randomBytes(6).toString('hex')}`;
  const psql = join(findPostgresBinaries() ?? '/usr', 'psql');
  const run = (sql: string) => execFileSync(psql, ['-q', '-d', url.href, '-c', sql]);
  run(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return {
    env: { DATABASE_URL: own.href },
    remove: () => void run(`drop database ${name} with (force)`),
  };
}

function createFile(): Store {
  const folder = makeFolder();
  return { env: { DATA_DIR: folder.path }, remove: folder.remove };
}

/** Both engines, each as a fresh store for one test. */
export const engines = { sqlite: createFile, postgres: createDatabase } as const;
