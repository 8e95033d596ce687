import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReach, forbiddenAddress, leadsAstray } from './reach.ts';
import { Receiver } from './testing/receiver.ts';

let receiver: Receiver;
let url: string;
beforeEach(async () => {
  receiver = new Receiver();
  url = await receiver.start();
});
afterEach(() => receiver.stop());

const message = (to: string) => ({ url: to, headers: {}, body: '{}' });
const closed = createReach([]);
const open = createReach(['127.0.0.0/8']);

const inside = (port: string) => [
  `http://127.0.0.1:${port}/`,
  `http://localhost:${port}/`,
  `http://[::1]:${port}/`,
  `http://[::ffff:127.0.0.1]:${port}/`,
  `http://2130706433:${port}/`,
  `http://0x7f.1:${port}/`,
  `http://0.0.0.0:${port}/`,
  'http://10.0.0.1/',
  'http://172.16.3.4/',
  'http://192.168.1.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.64.0.1/',
  'http://[fe80::1]/',
  'http://[fd00::1]/',
  'http://[64:ff9b::7f00:1]/',
];

describe('where webhooks may go', () => {
  it('[WH6] nothing is sent to loopback, private or link-local addresses, however they are written', async () => {
    for (const address of inside(new URL(url).port)) {
      expect(await closed(message(address)), address).toEqual({
        kind: 'unreached',
        why: forbiddenAddress,
      });
      expect(await leadsAstray(address, []), address).toBe(true);
    }
    expect(receiver.received).toEqual([]);
  });

  it('[WH6] a range that the operator allows is reached, and no other', async () => {
    expect(await open(message(url))).toMatchObject({ kind: 'answered', status: 200 });
    expect(await leadsAstray(url, ['127.0.0.0/8'])).toBe(false);
    expect(await leadsAstray(url, ['127.0.0.1'])).toBe(false);
    expect(await leadsAstray(url, ['127.0.0.2', 'fd00::/8'])).toBe(true);
    expect(await open(message('http://10.0.0.1/'))).toMatchObject({ why: forbiddenAddress });
    expect(await leadsAstray('https://8.8.8.8/', [])).toBe(false);
  });

  it('[WH6] a name that changes its meaning between two questions is judged where it is connected to', async () => {
    const answers = ['93.184.216.34', '127.0.0.1'];
    // A name server that says one thing when asked first and another afterwards.
    const rebinding = createReach([], (_, options, found) => {
      const address = answers.shift() ?? '127.0.0.1';
      if (options.all) found(null, [{ address, family: 4 }]);
      else found(null, address, 4);
    });
    answers.shift();
    const to = `http://rebinding.example:${new URL(url).port}/`;
    expect(await rebinding(message(to))).toEqual({ kind: 'unreached', why: forbiddenAddress });
    expect(receiver.received).toEqual([]);
  });

  it('[WH6] a redirect is not followed', async () => {
    const other = new Receiver();
    receiver.answer = { status: 307, headers: { location: await other.start() } };
    expect(await open(message(url))).toMatchObject({ kind: 'answered', status: 307 });
    expect(other.received).toEqual([]);
    await other.stop();
  });

  it('[WH3] who is not there is told apart from who refuses', async () => {
    await receiver.stop();
    const unreached = await open(message(url));
    expect(unreached).toEqual({ kind: 'unreached', why: 'nobody listens there' });
    receiver = new Receiver();
    await receiver.start();
  });
});
