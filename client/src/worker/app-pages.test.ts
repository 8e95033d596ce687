import { expect, it } from 'vitest';
import { isAppPage } from './app-pages.ts';

it('[PO1] the pages of the app open without a network, what machines read never does', () => {
  const pages = ['/', '/start', '/setup', '/b/works', '/b/works/post', '/b/works/wall'];
  expect(pages.filter((path) => !isAppPage(path))).toEqual([]);
  const others = [
    '/api/v1/boards',
    '/socket.io/',
    '/docs',
    '/docs/errors',
    '/openapi.json',
    '/metrics',
    '/b/works/records.atom',
    '/sw.js',
    '/bench',
  ];
  expect(others.filter(isAppPage)).toEqual([]);
});
