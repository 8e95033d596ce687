import { useEffect } from 'react';
import { holdBuild, loadNewestBuild } from '../../install/newest-build.ts';
import { shouldReload } from './build-change.ts';
import { ownBuild, rememberTried, triedBuilds } from './own-build.ts';

const lookMs = 60_000;
/** Walls that hear of a new build at once do not all ask for it at once. */
const spreadMs = 5_000;
/** A steward's own reload is answered before the page goes. */
const answeredMs = 300;
/** A wall goes on showing what it shows until all of the new build is there, however slow its network. */
const patienceMs = 10 * 60_000;

/**
 * Loads the page anew when a steward asks for it, and once when the server serves another build;
 * not while something has the screen.
 */
export function useFreshBuild(served: string, isAsked: boolean, isBusy: boolean): void {
  useEffect(() => (isBusy ? holdBuild() : undefined), [isBusy]);
  useEffect(() => {
    if (!isAsked || isBusy) return undefined;
    const timer = setTimeout(() => void loadNewestBuild(), answeredMs);
    return () => clearTimeout(timer);
  }, [isAsked, isBusy]);
  useEffect(() => {
    if (isBusy) return undefined;
    const look = () => {
      if (!shouldReload(ownBuild(), served, triedBuilds(), Date.now())) return;
      if (rememberTried(served)) void loadNewestBuild(patienceMs);
    };
    const soon = setTimeout(look, Math.random() * spreadMs);
    const timer = setInterval(look, lookMs);
    return () => {
      clearTimeout(soon);
      clearInterval(timer);
    };
  }, [served, isBusy]);
}
