import { noteTried, type TriedBuilds } from './build-change.ts';

const key = 'emulation.tried-builds';

/** The build of this page: the name of its entry script, as the server reads it, too. */
export function ownBuild(): string {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
  return /\/([^/]+)\.js$/.exec(script?.getAttribute('src') ?? '')?.[1] ?? '';
}

export function triedBuilds(): TriedBuilds {
  try {
    // Written below alone; whatever else stands there is no reason to fail.
    return JSON.parse(localStorage.getItem(key) ?? '{}') as TriedBuilds;
  } catch {
    return {};
  }
}

/** False where it cannot be remembered: a reload could then go on for ever. */
export function rememberTried(build: string): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(noteTried(triedBuilds(), build, Date.now())));
    return true;
  } catch {
    return false;
  }
}
