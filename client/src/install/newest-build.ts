/**
 * The build this page runs, and a newer one beside it. The service worker fetches a new build in
 * full and then waits: the page decides when nobody is in the middle of something. Browsers have
 * service workers only over HTTPS and on the machine itself; elsewhere a reload is all it takes.
 */
import { create } from 'zustand';
import { i18next } from '../i18n/words.ts';
import { hearInstallOffer } from './install-prompt.ts';

interface BuildState {
  /** A newer build is fetched, or another tab has already gone over to it. */
  isNewerReady: boolean;
  /** How many parts of the page are in the middle of something that a reload would disturb. */
  busy: number;
}

const useBuild = create<BuildState>(() => ({ isNewerReady: false, busy: 0 }));

/** A new build takes over at the latest after this; a page that still hangs is reloaded. */
const patienceMs = 20_000;
const lookEveryMs = 30 * 60_000;
const reloadedKey = 'emulation.reloaded-at';
/** A second reload by itself within this time would not help either. */
const reloadAgainMs = 60_000;

let registration: ServiceWorkerRegistration | undefined;

const noteNewer = () => useBuild.setState({ isNewerReady: true });

function once(target: EventTarget, event: string, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    target.addEventListener(event, () => (clearTimeout(timer), resolve()), { once: true });
  });
}

/** A newer worker that is being fetched or waits, when it is ready to take over. */
async function newerWorker(ms: number): Promise<ServiceWorker | undefined> {
  const coming = registration?.waiting ?? registration?.installing ?? undefined;
  const deadline = Date.now() + ms;
  while (coming && coming.state === 'installing' && Date.now() < deadline)
    await once(coming, 'statechange', deadline - Date.now());
  return coming?.state === 'installed' ? coming : undefined;
}

/** Takes note of a reload that nobody asked for; false where one was only just tried. */
function mayReload(): boolean {
  try {
    if (Date.now() - Number(sessionStorage.getItem(reloadedKey) ?? 0) < reloadAgainMs) return false;
    sessionStorage.setItem(reloadedKey, String(Date.now()));
    return true;
  } catch {
    return false; // storage is forbidden: a loop could not be noticed
  }
}

/**
 * Fetches the newest build, for `ms` at most, lets it take over and loads it; without one the page
 * loads anew.
 */
export async function loadNewestBuild(ms = patienceMs): Promise<void> {
  // Without an answer from the server what is here is the newest that can be had.
  await registration?.update().catch(() => undefined);
  const newer = await newerWorker(ms);
  if (newer) {
    const taken = once(navigator.serviceWorker, 'controllerchange', patienceMs);
    newer.postMessage('take-over');
    await taken;
  }
  location.reload();
}

/** Not again and again, should the new worker never take over. */
function takeOver(): void {
  noteNewer();
  if (useBuild.getState().busy === 0 && mayReload()) void loadNewestBuild();
}

function watch(found: ServiceWorkerRegistration): void {
  registration = found;
  const { serviceWorker } = navigator;
  // The first worker of all replaces nobody.
  const hear = (worker: ServiceWorker | null) =>
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && serviceWorker.controller) noteNewer();
    });
  // Left waiting by an earlier visit, and this page has only just been opened.
  if (found.waiting && serviceWorker.controller) takeOver();
  hear(found.installing);
  found.addEventListener('updatefound', () => hear(found.installing));
  const look = () => void found.update().catch(() => undefined);
  setInterval(look, lookEveryMs);
  window.addEventListener('online', look);
}

/** After a build change the server no longer has the parts that an old page has not loaded yet. */
function reloadForMissingPart(event: Event): void {
  if (!navigator.onLine || !mayReload()) return;
  event.preventDefault();
  void loadNewestBuild();
}

/** Whoever only looks in pays nothing for what is kept; who stays finds the page without a network. */
const lookInMs = 60_000;

/** A wall, a phone that posts and an installed app must open without a network. */
function isKeptAtOnce(): boolean {
  return (
    navigator.serviceWorker.controller !== null ||
    /\/(?:wall|post|start)$/.test(location.pathname) ||
    matchMedia('(display-mode: standalone)').matches
  );
}

/** The worker keeps the words of the language that this page shows. */
async function keepLanguage(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ language: i18next.language });
}

/** Keeps the app on this device. Called once, at the start. */
export function installApp(): void {
  hearInstallOffer();
  window.addEventListener('vite:preloadError', reloadForMissingPart);
  // The server no longer speaks as this page does: a newer page does.
  window.addEventListener('board:outdated', takeOver);
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  const hadController = serviceWorker.controller !== null;
  if (hadController) serviceWorker.addEventListener('controllerchange', noteNewer);
  // The page's own files first: on a poor network they are what somebody waits for.
  const register = () =>
    serviceWorker.register('/sw.js', { updateViaCache: 'none' }).then(watch, () => undefined);
  i18next.on('languageChanged', () => void keepLanguage());
  void keepLanguage();
  if (!isKeptAtOnce()) return void setTimeout(() => void register(), lookInMs);
  if (document.readyState === 'complete') void register();
  else window.addEventListener('load', () => void register());
}

/** Says that a reload would disturb, until the returned function is called. */
export function holdBuild(): () => void {
  useBuild.setState(({ busy }) => ({ busy: busy + 1 }));
  return () => useBuild.setState(({ busy }) => ({ busy: busy - 1 }));
}

/** Whether a newer build could be loaded now without disturbing anybody. */
export function useNewerBuild(): boolean {
  return useBuild(({ isNewerReady, busy }) => isNewerReady && busy === 0);
}
