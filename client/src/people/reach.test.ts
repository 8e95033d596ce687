import { expect, it } from 'vitest';
import { isOwnHost, linkUnder } from './reach.ts';

it('[SU5] an address of this computer only is told from one that others reach', () => {
  const own = ['localhost', '127.0.0.1', '127.1.2.3', '[::1]', 'board.localhost'];
  expect(own.filter((host) => !isOwnHost(host))).toEqual([]);
  const others = ['192.168.0.5', 'plant.example', 'localhost.example', '10.127.0.1'];
  expect(others.filter(isOwnHost)).toEqual([]);
});

it('[SU5] a link is given out under the address that was typed, with or without its scheme', () => {
  const link = 'http://localhost:8080/join#token';
  expect(linkUnder('http://192.168.0.5:8080', link)).toBe('http://192.168.0.5:8080/join#token');
  expect(linkUnder(' 192.168.0.5:8080/ ', link)).toBe('http://192.168.0.5:8080/join#token');
  expect(linkUnder('https://plant.example', link)).toBe('https://plant.example/join#token');
  expect(linkUnder('', link)).toBe(link);
  expect(linkUnder('not an address', link)).toBe(link);
});
