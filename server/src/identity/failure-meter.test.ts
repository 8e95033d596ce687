import { expect, it } from 'vitest';
import { FailureMeter, maxAddresses, maxFailures, windowMs } from './failure-meter.ts';

it('[ID4] an address that failed too often waits for the rest of its minute', () => {
  const meter = new FailureMeter();
  for (let at = 0; at < maxFailures; at++) {
    expect(meter.waitSeconds('a', 1000)).toBe(0);
    meter.note('a', 1000);
  }
  expect(meter.waitSeconds('a', 1000)).toBe(60);
  expect(meter.waitSeconds('a', 31_000)).toBe(30);
  expect(meter.waitSeconds('b', 1000)).toBe(0);
  expect(meter.waitSeconds('a', 1000 + windowMs)).toBe(0);
  meter.note('a', 1000 + windowMs);
  expect(meter.waitSeconds('a', 1000 + windowMs)).toBe(0);
});

it('[ID4] remembers a bounded number of addresses', () => {
  const meter = new FailureMeter();
  for (let at = 0; at < maxFailures; at++) meter.note('first', 0);
  for (let at = 0; at < maxAddresses; at++) meter.note(`address ${at}`, 0);
  expect(meter.waitSeconds('first', 0)).toBe(0);
});
