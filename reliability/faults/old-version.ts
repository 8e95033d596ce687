import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../e2e/server.ts';
import { root } from '../../scripts/node24.js';

/** The last commit whose client named no version of the live protocol, of 28 November 2026. */
export const beforeVersions = '288ef88';
const own = '@emulation';
const parts = ['package.json', 'shared', 'client-sdk', 'server', 'scripts'];

/**
 * The program as it was at `commit`, in a folder of its own, on the modules that are installed now;
 * `undefined` where its history is not there, as in an archive or a shallow clone.
 */
export function takeOut(commit: string): { path: string; remove: () => void } | undefined {
  const folder = makeFolder();
  try {
    const quiet = {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore'],
    };
    const archive = execFileSync('git', ['archive', commit, ...parts], {
      ...quiet,
      maxBuffer: 2 ** 30,
    });
    execFileSync('tar', ['-x', '-C', folder.path], { input: archive });
  } catch {
    folder.remove();
    return undefined;
  }
  const modules = join(folder.path, 'node_modules');
  mkdirSync(join(modules, own), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== own) symlinkSync(join(root, 'node_modules', name), join(modules, name));
  for (const name of ['shared', 'client-sdk', 'server'])
    symlinkSync(join(folder.path, name), join(modules, own, name));
  symlinkSync(join(root, 'server/node_modules'), join(folder.path, 'server/node_modules'));
  return folder;
}
