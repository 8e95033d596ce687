import { pictureAnswerSchema } from '@emulation/shared';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stewardToken, TestServer } from '../testing/test-server.ts';

let server: TestServer;
let dataDir: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'board-preview-'));
  server = await TestServer.start({ DATA_DIR: dataDir });
  await server.openWorks();
});
afterAll(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A plain blue picture of that size becomes the logo. */
async function wear(width: number, height: number): Promise<void> {
  const create = { width, height, channels: 3 as const, background: '#1030ff' };
  const response = await fetch(`${server.listening.url}/api/v1/boards/works/pictures`, {
    method: 'POST',
    headers: { 'content-type': 'image/png', authorization: `Bearer ${stewardToken}` },
    body: Buffer.from(await sharp({ create }).png().toBuffer()),
  });
  const { id } = pictureAnswerSchema.parse(await response.json());
  const body = { logo: { id } };
  expect((await server.board('/works/look', { method: 'PUT', body })).status).toBe(200);
}

/** Where the picture is blue: its size, and how far from the right and from the bottom it ends. */
async function findBlue() {
  const { bytes } = await server.board('/works/preview.png', { as: 'anonymous' });
  const raw = sharp(bytes).removeAlpha().raw();
  const { data, info } = await raw.toBuffer({ resolveWithObject: true });
  const xs: number[] = [];
  const ys: number[] = [];
  for (let at = 0; at < data.length; at += 3) {
    const [red = 0, , blue = 0] = data.subarray(at, at + 3);
    if (blue < 180 || red > 80) continue;
    xs.push((at / 3) % info.width);
    ys.push(Math.floor(at / 3 / info.width));
  }
  if (xs.length === 0) return undefined;
  const range = (all: number[]) => {
    const sorted = all.toSorted((one, other) => one - other);
    return [sorted[0] ?? 0, sorted.at(-1) ?? 0] as const;
  };
  const [left, right] = range(xs);
  const [top, bottom] = range(ys);
  const [width, height] = [right - left + 1, bottom - top + 1];
  return { width, height, end: info.width - right, below: info.height - bottom };
}

it.each([
  { size: [400, 200], shown: [128, 64] },
  { size: [1600, 40], shown: [320, 8] },
  { size: [60, 600], shown: [6, 64] },
])('[OT9] a logo of $size stands whole at the foot', async ({ size, shown }) => {
  await server.board('/works/look', { method: 'PUT', body: {} });
  expect(await findBlue()).toBeUndefined();
  const [width = 0, height = 0] = size;
  await wear(width, height);
  const found = await findBlue();
  // An edge between two pixels may be counted or not.
  expect(Math.abs((found?.width ?? 0) - (shown[0] ?? 0))).toBeLessThanOrEqual(2);
  expect(Math.abs((found?.height ?? 0) - (shown[1] ?? 0))).toBeLessThanOrEqual(2);
  expect(found?.end).toBeGreaterThanOrEqual(50);
  expect(found?.below).toBeGreaterThanOrEqual(20);
});
