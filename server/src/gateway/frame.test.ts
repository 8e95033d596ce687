import type { Writable } from 'node:stream';
import * as ws from 'ws';
import { expect, it } from 'vitest';
import { textFrame } from './frame.ts';

// The parser of `ws`, which its types leave out.
const { Receiver } = ws as unknown as {
  Receiver: new (options: { isServer: boolean }) => Writable;
};

/** As the other side of a connection reads it. */
function readFrame(frame: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const receiver = new Receiver({ isServer: false });
    receiver.on('message', (data: Buffer) => resolve(data.toString()));
    receiver.on('error', reject);
    receiver.write(frame);
  });
}

it('[LV35] a frame of any size is read as the text that it was made of', async () => {
  for (const bytes of [0, 1, 125, 126, 127, 65_535, 65_536, 70_000]) {
    const text = 'x'.repeat(bytes);
    expect(await readFrame(textFrame(text))).toBe(text);
  }
  expect(await readFrame(textFrame('é'.repeat(63)))).toBe('é'.repeat(63));
});
