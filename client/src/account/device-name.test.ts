import { expect, it } from 'vitest';
import { deviceName } from './device-name.ts';

it('[ID10] a device is named by its browser and system, or by what it says', () => {
  const phone =
    'Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Mobile Safari/537.36';
  expect(deviceName(phone)).toBe('Chrome · Android');
  const iphone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1';
  expect(deviceName(iphone)).toBe('Safari · iPhone');
  expect(deviceName('a script')).toBe('a script');
  expect(deviceName('')).toBeUndefined();
});
