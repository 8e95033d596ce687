import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const postgresRoot = '/usr/lib/postgresql';

/** Folder of the newest PostgreSQL's binaries, as Debian installs them. */
export function findPostgresBinaries(): string | undefined {
  if (!existsSync(postgresRoot)) return undefined;
  return readdirSync(postgresRoot)
    .sort((one, other) => Number(other) - Number(one))
    .map((version) => join(postgresRoot, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
}

const needs = [
  {
    packages: ['chromium-headless-shell', 'fonts-liberation'],
    isHere: () => existsSync('/usr/bin/chromium-headless-shell'),
  },
  { packages: ['redis-server'], isHere: () => existsSync('/usr/bin/redis-server') },
  { packages: ['postgresql'], isHere: () => findPostgresBinaries() !== undefined },
];

function aptGet(...args: string[]) {
  const options = ['-qq', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
  const apt = spawnSync('apt-get', [...options, ...args], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (apt.status !== 0)
    throw new Error(`apt-get ${args.join(' ')}: ${apt.error?.message ?? apt.stdout + apt.stderr}`);
}

/** Installs what the tests run against and is not here: Chromium, Redis and PostgreSQL. */
export function ensureDebianPackages(): void {
  const missing = needs.filter((need) => !need.isHere()).flatMap((need) => need.packages);
  if (missing.length === 0) return;
  const names = missing.join(' ');
  if (process.getuid?.() !== 0)
    throw new Error(`the tests need ${names}: run \`apt-get install ${names}\` as root`);
  console.log(`installing ${names} with apt-get …`);
  aptGet('update');
  aptGet('install', '-y', '--no-install-recommends', ...missing);
}
