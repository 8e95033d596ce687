import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { maxPictureBytes, pictureAnswerSchema, resultsAnswerSchema } from '@emulation/shared';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { read, stewardToken, TestServer } from '../http/testing/test-server.ts';

let server: TestServer;
let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'board-pictures-'));
  server = await TestServer.start({ DATA_DIR: dataDir });
  await server.openWorks();
});

afterEach(async () => {
  await server.close();
  await rm(dataDir, { recursive: true, force: true });
});

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c02020' } });

async function send(bytes: Uint8Array, type: string, board = 'works', token = stewardToken) {
  const response = await fetch(`${server.listening.url}/api/v1/boards/${board}/pictures`, {
    method: 'POST',
    headers: { 'content-type': type, ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: Buffer.from(bytes),
  });
  const text = await response.text();
  const body: unknown = JSON.parse(text);
  return { status: response.status, headers: response.headers, text, body };
}

async function fetchPicture(id: string, as: 'steward' | 'anonymous', query = '', board = 'works') {
  const response = await fetch(
    `${server.listening.url}/api/v1/boards/${board}/pictures/${id}${query}`,
    { headers: as === 'steward' ? { authorization: `Bearer ${stewardToken}` } : {} },
  );
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}

const show = (id: string, board = 'works') =>
  server.board(`/${board}/experiences/setup`, {
    method: 'PUT',
    body: {
      unit: 'alpha',
      metric: 'output',
      title: 'Set-up',
      change: 'Tools first.',
      pictures: [{ id, alt: 'The rack' }],
    },
  });

/** A PNG whose header promises `width` × `height` pixels. */
function promisingPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length);
    head.write(type, 4, 'latin1');
    const body = Buffer.concat([head.subarray(4), data]);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([head.subarray(0, 4), body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

describe('pictures', () => {
  it('[EX30] are made anew: WebP, bounded, upright, without what the camera wrote', async () => {
    const sent = await plain(4000, 1000)
      .withExif({ IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitude: '48/1 51/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(sent).metadata()).exif).toBeDefined();
    const answer = await send(sent, 'image/jpeg');
    expect(answer.status).toBe(201);
    const { id, width, height } = read(pictureAnswerSchema, answer);
    expect([width, height]).toEqual([500, 2000]);
    const { bytes } = await fetchPicture(id, 'steward');
    const kept = await sharp(bytes).metadata();
    expect(kept).toMatchObject({ format: 'webp', width: 500, height: 2000 });
    expect([kept.exif, kept.xmp, kept.iptc, kept.orientation]).toEqual(
      Array.from({ length: 4 }, () => undefined),
    );
    const small = await fetchPicture(id, 'steward', '?size=small');
    expect(await sharp(small.bytes).metadata()).toMatchObject({ width: 160, height: 640 });
    expect(read(pictureAnswerSchema, await send(sent, 'image/jpeg')).id).toBe(id);
  });

  it('[EX31] a file that is not the picture it says is refused, and nothing is kept', async () => {
    const png = await plain(40, 30).png().toBuffer();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
    const cases: [Uint8Array, string][] = [
      [png.subarray(0, png.length - 30), 'image/png'],
      [Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(200, 7)]), 'image/jpeg'],
    ];
    for (const [bytes, type] of cases)
      expect(await send(bytes, type)).toMatchObject({
        status: 400,
        body: { kind: 'invalid', errors: [{ path: 'picture' }] },
      });
    for (const [bytes, type] of [
      [svg, 'image/svg+xml'],
      [png, 'image/jpeg'],
      [svg, 'image/png'],
      [Buffer.from('<html>'), 'image/webp'],
      [Buffer.alloc(0), 'image/png'],
      [png, 'application/json'],
      [png, 'text/plain'],
    ] as const)
      expect(await send(bytes, type)).toMatchObject({
        status: 415,
        body: { kind: 'wrong-content-type', errors: [{ path: 'picture' }] },
      });
    expect(await readdir(dataDir)).not.toContain('uploads');
  });

  it('[EX32] more bytes or more pixels than it takes are refused before they are unpacked', async () => {
    const large = await send(Buffer.alloc(maxPictureBytes + 1, 1), 'image/png');
    expect(large).toMatchObject({ status: 413, body: { errors: [{ path: 'picture' }] } });
    const bomb = await send(promisingPng(20_000, 20_000), 'image/png');
    expect(bomb).toMatchObject({ status: 413, body: { errors: [{ path: 'picture' }] } });
    expect(bomb.text).toContain('million pixels');
  });

  it('[EX33] are seen by others once an experience shows them, for ever and harmlessly', async () => {
    const { id } = read(
      pictureAnswerSchema,
      await send(await plain(40, 30).png().toBuffer(), 'image/png'),
    );
    expect((await fetchPicture(id, 'anonymous')).status).toBe(404);
    expect((await show(id)).status).toBe(201);
    const { status, headers } = await fetchPicture(id, 'anonymous');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('image/webp');
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    const missing = await fetchPicture('c'.repeat(64), 'steward');
    expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, 'no-store']);
    expect((await fetchPicture('..%2f..%2fledger', 'steward')).status).toBe(404);
    await server.board('/works/experiences/setup/withdrawal', { body: { reason: 'unsafe' } });
    expect((await fetchPicture(id, 'anonymous')).status).toBe(404);
  });

  it('[EX33] of a private board are hidden like the board, and uploading takes a steward', async () => {
    await server.openWorks('hush', 'private');
    const png = await plain(40, 30).png().toBuffer();
    const { id } = read(pictureAnswerSchema, await send(png, 'image/png', 'hush'));
    await show(id, 'hush');
    expect((await fetchPicture(id, 'anonymous', '', 'hush')).status).toBe(404);
    const own = await fetchPicture(id, 'steward', '', 'hush');
    expect(own.headers.get('cache-control')).toContain('private');
    expect((await send(png, 'image/png', 'works', '')).status).toBe(401);
  });
});

describe('a photograph as evidence', () => {
  it('[PO12] goes along with a result and is seen by those who may see the result', async () => {
    const { id } = read(
      pictureAnswerSchema,
      await send(await plain(30, 20).jpeg().toBuffer(), 'image/jpeg'),
    );
    expect((await fetchPicture(id, 'anonymous')).status).toBe(404);
    const body = { unit: 'alpha', metric: 'output', value: 3, evidence: [{ picture: id }] };
    const posted = await server.post(body);
    expect(posted.status).toBe(201);
    const { results } = read(resultsAnswerSchema, await server.board('/works/results'));
    expect(results[0]?.pictures).toEqual([id]);
    expect((await fetchPicture(id, 'anonymous')).status).toBe(200);
  });

  it('[PO12] a picture that nobody uploaded is refused by its path, and nothing is posted', async () => {
    const evidence = [{ picture: 'a'.repeat(64) }];
    const refused = await server.post({ unit: 'alpha', metric: 'output', value: 3, evidence });
    expect(refused.body).toMatchObject({
      status: 404,
      kind: 'unknown-picture',
      errors: [{ path: 'evidence.0.picture' }],
    });
    const odd = await server.post({ unit: 'alpha', metric: 'output', value: 3, evidence: [{}] });
    expect(odd.status).toBe(400);
    const { results } = read(resultsAnswerSchema, await server.board('/works/results'));
    expect(results).toEqual([]);
  });

  it('[VF20] is evidence for a verification too, and then everybody sees it', async () => {
    const { id: picture } = read(
      pictureAnswerSchema,
      await send(await plain(30, 20).png().toBuffer(), 'image/png'),
    );
    await server.post({ unit: 'alpha', metric: 'output', value: 3 });
    const { results } = read(resultsAnswerSchema, await server.board('/works/results'));
    const result = results[0]?.id ?? '';
    const say = (how: string, evidence: object[], more: object = {}) =>
      server.board(`/works/results/${result}/${how}`, { body: { ...more, evidence } });
    const unknown = [{ url: 'https://example.org/a' }, { picture: 'b'.repeat(64) }];
    for (const [how, more] of [
      ['verification', {}],
      ['attestation', { unit: 'beta' }],
      ['objections', { reason: 'x' }],
    ] as const)
      expect((await say(how, unknown, more)).body).toMatchObject({
        status: 404,
        kind: 'unknown-picture',
        errors: [{ path: 'evidence.1.picture' }],
      });
    const both = await say('verification', [{ picture, url: 'https://example.org/a' }]);
    expect(both.body).toMatchObject({ status: 400, errors: [{ path: 'evidence.0' }] });
    expect((await fetchPicture(picture, 'anonymous')).status).toBe(404);
    expect((await say('verification', [{ picture, title: 'The scale' }])).status).toBe(200);
    expect((await fetchPicture(picture, 'anonymous')).status).toBe(200);
  });
});
