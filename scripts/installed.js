// @ts-check
/** Installs the packages of the lockfile where they are missing or others. Runs on Node 20. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findNode24, root } from './node24.js';

/** @typedef {{ version?: string, link?: boolean, optional?: boolean, peer?: boolean }} Package */

/**
 * @param {string} path
 * @returns {Record<string, Package>}
 */
function readPackages(path) {
  const lockfile = /** @type {{ packages: Record<string, Package> }} */ (
    JSON.parse(readFileSync(join(root, path), 'utf8'))
  );
  return lockfile.packages;
}

/** True when `node_modules` holds what the lockfile asks for; npm keeps its own list there. */
function isInstalled() {
  if (!existsSync(join(root, 'node_modules/.package-lock.json')) || !findNode24()) return false;
  const present = readPackages('node_modules/.package-lock.json');
  return Object.entries(readPackages('package-lock.json'))
    .filter(([path, wanted]) => path.includes('node_modules/') && !wanted.optional && !wanted.link)
    .every(([path, wanted]) => present[path]?.version === wanted.version);
}

/** Runs `npm ci` if need be. Development packages too: they build the client. */
export function ensureInstalled() {
  if (isInstalled()) return true;
  process.stderr.write('installing packages (npm ci, about half a minute) … ');
  const started = Date.now();
  const npm = spawnSync('npm', ['ci', '--include=dev', '--include=optional', '--no-progress'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (npm.status === 0) {
    console.error(`done in ${Math.round((Date.now() - started) / 1000)} s`);
    return true;
  }
  console.error('failed');
  console.error(npm.error?.message ?? `${npm.stdout}${npm.stderr}`);
  return false;
}
