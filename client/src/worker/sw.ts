/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { isAppPage } from './app-pages.ts';
import { isWords, keptWords } from './kept-words.ts';

declare const self: ServiceWorkerGlobalScope & {
  /** The build puts the names of all files of the app here. */
  readonly __WB_MANIFEST: (PrecacheEntry | string)[];
};

const entries = self.__WB_MANIFEST.map((entry) =>
  typeof entry === 'string' ? { url: entry, revision: null } : entry,
);

/**
 * The app's own files, and nothing else: the API and the sockets are asked past it, so that what is
 * shown is true or said to be old. A new build waits until a page says that nobody is in the middle
 * of something.
 */
precacheAndRoute(entries.filter(({ url }) => !isWords(url)));
cleanupOutdatedCaches();
clientsClaim();

/** Words are kept in the languages that this device has shown. A new build brings its own of each. */
const words = keptWords(entries.map(({ url }) => url).filter(isWords));
self.addEventListener('install', (event) => event.waitUntil(words.fetchKept()));
self.addEventListener('activate', (event) => event.waitUntil(words.forgetOld()));
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && isWords(url.pathname),
  async ({ request }) => (await caches.match(request)) ?? fetch(request),
);

registerRoute(
  ({ request, url, sameOrigin }) =>
    sameOrigin && request.mode === 'navigate' && isAppPage(url.pathname),
  createHandlerBoundToURL('/index.html'),
);

/** A tap on a notice leads to what it is about, in a page that is open where there is one. */
async function openAddress(address: string): Promise<void> {
  const url = new URL(address, self.location.origin);
  if (url.origin !== self.location.origin) return;
  const [page] = await self.clients.matchAll({ type: 'window' });
  if (!page) return void (await self.clients.openWindow(url.href));
  await page.focus();
  await page.navigate(url.href);
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const data: unknown = event.notification.data;
  const isOurs = typeof data === 'object' && data !== null && 'address' in data;
  if (isOurs) event.waitUntil(openAddress(String(data.address)));
});

self.addEventListener('message', (event) => {
  const data: unknown = event.data;
  if (data === 'take-over') void self.skipWaiting();
  if (typeof data === 'object' && data !== null && 'language' in data)
    event.waitUntil(words.keep(String(data.language)));
});
