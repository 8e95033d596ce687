import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Log } from '../../log.ts';

export const quietLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export async function createDataDir(): Promise<{ path: string; clean: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'board-ledger-'));
  return { path, clean: () => rm(path, { recursive: true, force: true }) };
}

/** The URL of the tests' PostgreSQL; `npm test` starts one and says where. */
export function databaseUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('TEST_DATABASE_URL is not set: run the tests through npm test');
  return url;
}

/** A schema of its own in the tests' PostgreSQL, and a URL that works in it. */
export async function createSchema(): Promise<{ url: string; clean: () => Promise<void> }> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = new URL(databaseUrl());
  url.searchParams.set('options', `-c search_path=${name}`);
  const clean = async () => {
    const client = new Client({ connectionString: databaseUrl() });
    await client.connect();
    await client.query(`DROP SCHEMA IF EXISTS ${name} CASCADE`);
    await client.end();
  };
  return { url: url.href, clean };
}
