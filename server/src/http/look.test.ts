import { boardAnswerSchema, lookAnswerSchema, pictureAnswerSchema } from '@emulation/shared';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { read, stewardToken, TestServer } from './testing/test-server.ts';

let server: TestServer;
let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'board-look-'));
  server = await TestServer.start({ DATA_DIR: dataDir });
  await server.openWorks();
});

afterEach(async () => {
  await server.close();
  await rm(dataDir, { recursive: true, force: true });
});

const put = (body: object, as: 'steward' | 'anonymous' = 'steward') =>
  server.board('/works/look', { method: 'PUT', body, as });
const readBoard = async () => read(boardAnswerSchema, await server.board('/works'));

async function uploadLogo() {
  const create = { width: 40, height: 20, channels: 4 as const, background: '#00000000' };
  const response = await fetch(`${server.listening.url}/api/v1/boards/works/pictures`, {
    method: 'POST',
    headers: { 'content-type': 'image/png', authorization: `Bearer ${stewardToken}` },
    body: Buffer.from(await sharp({ create }).png().toBuffer()),
  });
  return pictureAnswerSchema.parse(await response.json());
}

describe('the look of a board', () => {
  it('[BL1] is set as a whole by a steward; the same again adds no entry', async () => {
    expect((await put({ accent: '#003366' }, 'anonymous')).status).toBeGreaterThanOrEqual(401);
    expect(read(lookAnswerSchema, await server.board('/works/look'))).toEqual({});
    const look = { accent: '#003366', second: '#ffcc00', language: 'ko' };
    expect(read(lookAnswerSchema, await put({ ...look, accent: ' #003366' }))).toEqual(look);
    const { seq } = await readBoard();
    expect((await put(look)).status).toBe(200);
    expect((await readBoard()).seq).toBe(seq);
    expect(read(lookAnswerSchema, await put({ language: 'ko' }))).toEqual({ language: 'ko' });
    expect((await readBoard()).look).toEqual({ language: 'ko' });
    await put({});
    expect(await readBoard()).not.toHaveProperty('look');
  });

  it.each([
    [{ accent: '#ffffff' }, 'accent', /^reaches 1\.\d\d : 1 on the light ground/],
    [{ second: '#fff200' }, 'second', /^reaches 1\.\d\d : 1 on the light ground/],
    [{ accent: 'red' }, 'accent', /such as #d92a1c/],
    [{ language: 'de_DE' }, 'language', /such as de/],
  ])('[BL2] %j is refused', async (body, path, message) => {
    const { seq } = await readBoard();
    const { status, body: problem } = await put(body);
    expect(status).toBe(400);
    expect(problem).toMatchObject({ errors: [{ path, message: expect.stringMatching(message) }] });
    expect((await readBoard()).seq).toBe(seq);
  });

  it('[BL3] shows a logo to whoever sees the board, and only one that was uploaded', async () => {
    const unknown = await put({ logo: { id: 'a'.repeat(64) } });
    expect(unknown.status).toBe(404);
    expect(unknown.body).toMatchObject({ errors: [{ path: 'logo.id' }] });
    const { id } = await uploadLogo();
    const address = `/works/pictures/${id}?size=small`;
    expect((await server.board(address, { as: 'anonymous' })).status).toBe(404);
    const answered = read(lookAnswerSchema, await put({ logo: { id, alt: 'Works' } }));
    expect(answered.logo).toEqual({ id, alt: 'Works', width: 40, height: 20 });
    expect((await readBoard()).look).toEqual(answered);
    expect((await server.board(address, { as: 'anonymous' })).status).toBe(200);
  });
});
