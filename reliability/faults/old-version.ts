import { execFileSync } from 'node:child_process';
import { makeFolder } from '../../e2e/server.ts';
import { root } from '../../scripts/node24.js';

/** The last commit whose client named no version of the live protocol, of 28 November 2026. */
export const beforeVersions = '288ef88';
const parts = [
  'package.json',
  'package-lock.json',
  '.npmrc',
  'shared',
  'client-sdk',
  'server',
  'scripts',
  'client/package.json',
];

/**
 * The program as it was at `commit`, in a folder of its own with the modules of its own lockfile;
 * `undefined` where its history is not there, as in an archive or a shallow clone.
 */
export function takeOut(commit: string): { path: string; remove: () => void } | undefined {
  const folder = makeFolder();
  let archive: Buffer;
  try {
    archive = execFileSync('git', ['archive', commit, ...parts], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 30,
    });
  } catch {
    folder.remove();
    return undefined;
  }
  execFileSync('tar', ['-x', '-C', folder.path], { input: archive });
  const install = ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  execFileSync('npm', install, { cwd: folder.path, stdio: 'pipe' });
  return folder;
}
