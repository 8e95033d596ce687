import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ApiProblem, createClient, follow, type BoardClient } from '@emulation/client-sdk';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { pino } from 'pino';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stewardToken, TestClock, TestServer } from '../http/testing/test-server.ts';
import { LedgerUnavailable } from '../ledger/ledger.ts';
import { SqliteLedger } from '../ledger/sqlite/sqlite-ledger.ts';
import { MemoryLedger } from '../ledger/memory/memory-ledger.ts';
import { draftOf, openingDraft } from '../ledger/testing/drafts.ts';
import { verifyChain } from '../ledger/verify-chain.ts';
import { FileUploads } from '../uploads/file/file-uploads.ts';
import { packParts, unpackParts } from './archive.ts';
import { checkBackup } from './check.ts';
import { collectBackup, planBackup } from './collect.ts';
import type { Part } from './manifest.ts';
import { BackupSchedule } from './schedule.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function partsOf(bytes: Buffer): Promise<Part[]> {
  const path = join(folder, 'parts.tar');
  await writeFile(path, bytes);
  const parts: Part[] = [];
  for await (const part of unpackParts(path)) parts.push(part);
  return parts;
}

async function* each(parts: readonly Part[]): AsyncGenerator<Part> {
  yield* parts;
}

const packed = async (parts: readonly Part[]) => buffer(packParts(each(parts)));

describe('backup and restore over HTTP', () => {
  let server: TestServer;
  let steward: BoardClient;
  let ledger: MemoryLedger;
  beforeEach(async () => {
    ledger = new MemoryLedger();
    server = await TestServer.start({ DATA_DIR: folder }, { ledger });
    await server.openWorks();
    steward = createClient({ origin: server.listening.url, token: stewardToken });
    for (const value of ['10', '11', '12'])
      await steward.postResult('works', { unit: 'alpha', metric: 'output', value }, value);
  });
  afterEach(() => server.close());

  const backup = async (board?: string) =>
    Buffer.from(await (await steward.backup(board)).arrayBuffer());
  const file = (bytes: Buffer) => new Uint8Array(bytes);

  async function uploadPicture(): Promise<string> {
    const create = { width: 8, height: 8, channels: 3 as const, background: '#345' };
    const picture = await sharp({ create }).png().toBuffer();
    const answer = await fetch(`${server.listening.url}/api/v1/boards/works/pictures`, {
      method: 'POST',
      body: file(picture),
      headers: { authorization: `Bearer ${stewardToken}`, 'content-type': 'image/png' },
    });
    return ((await answer.json()) as { id: string }).id;
  }

  it('[AU10] who takes a backup stands on every board that is in it, and in that backup', async () => {
    const acts = async (id: string) => {
      const stored = await ledger.readStored(id, 0, 100);
      return stored.filter(({ fact }) => fact.type === 'desk.acted');
    };
    const other = { id: 'other', name: 'Other', timeZone: 'UTC', visibility: 'public' };
    await server.call('/api/v1/boards', { method: 'POST', body: other });
    const parts = await partsOf(await backup('works'));
    const [act, ...more] = await acts('works');
    expect(more).toEqual([]);
    expect(act).toMatchObject({ fact: { act: 'backup-taken' } });
    expect(act?.actor).toBe('steward:token');
    expect(await acts('other')).toEqual([]);
    const text = parts.map(({ bytes }) => bytes.toString()).join('');
    expect(text).toContain('backup-taken');
    await backup();
    expect(await acts('works')).toHaveLength(2);
    expect(await acts('other')).toHaveLength(1);
  });

  it('[AU10] a backup is taken also while the ledger takes nothing', async () => {
    const full = vi.spyOn(ledger, 'append').mockRejectedValue(new LedgerUnavailable('disk full'));
    const parts = await partsOf(await backup());
    full.mockRestore();
    expect(parts.some(({ name }) => name.startsWith('boards/works/ledger/'))).toBe(true);
  });

  it('[BK1] holds every entry with its hash, and the pictures, up to where the board stood', async () => {
    const picture = await uploadPicture();
    const parts = await partsOf(await backup());
    const { seq } = await steward.readBoard('works');
    const lines = parts
      .filter(({ name }) => name.startsWith('boards/works/ledger/'))
      .flatMap(({ bytes }) => bytes.toString().trim().split('\n'))
      .map((line) => JSON.parse(line) as unknown);
    expect(lines).toEqual(await ledger.readStored('works', 0, seq));
    expect(parts.map(({ name }) => name)).toContain(`boards/works/pictures/${picture}-full.webp`);
    expect(parts.at(-1)?.name).toBe('end.json');
  });

  it('[BK2] a restored board is the one that was backed up, in a new epoch, and clients follow', async () => {
    const saved = await backup();
    const before = await steward.readBoard('works');
    await steward.postResult('works', { unit: 'beta', metric: 'output', value: '99' }, 'late');
    let places: string[] = [];
    const followed = follow(
      { origin: server.listening.url, board: 'works', topics: ['ranking:output'] },
      { topic: (_, rows) => (places = [...rows.keys()]) },
    );
    try {
      await vi.waitFor(() => expect(places).toHaveLength(2), 10_000);
      const restored = await steward.restore(file(saved));
      expect(restored).toMatchObject({
        restored: true,
        boards: [{ board: 'works', seq: before.seq }],
      });
      await vi.waitFor(() => expect(places).toHaveLength(1), 5_000);
      const after = await steward.readBoard('works');
      expect(after.seq).toBe(before.seq);
      expect(after.epoch).not.toBe(before.epoch);
      expect(followed.epoch()).toBe(after.epoch);
    } finally {
      followed.close();
    }
    // What was kept is known: the same post again adds nothing, and the next one goes on.
    const again = { unit: 'alpha', metric: 'output', value: '12' };
    // The last of them is that the backup was taken.
    expect((await steward.postResult('works', again, '12')).seq).toBe(before.seq - 1);
    expect((await steward.postResult('works', again, 'next')).seq).toBe(before.seq + 1);
    expect(await verifyChain(ledger, 'works')).toMatchObject({ ok: true });
  });

  it('[BK3] a broken chain, another picture, a cut or foreign file is refused by name; nothing changes', async () => {
    await uploadPicture();
    const parts = await partsOf(await backup());
    const before = await steward.readBoard('works');
    const changed = (name: RegExp, change: (bytes: Buffer) => Buffer) =>
      parts.map((part) => (name.test(part.name) ? { ...part, bytes: change(part.bytes) } : part));
    const text = (from: string, to: string) => (bytes: Buffer) =>
      Buffer.from(bytes.toString().replace(from, to));
    const cases: [Buffer, string, RegExp][] = [
      [
        await packed(changed(/ledger/, text('"value":"11"', '"value":"17"'))),
        'boards/works/ledger',
        /entry 9: its content does not match its hash/,
      ],
      [
        await packed(changed(/manifest/, text(`"seq":${before.seq}`, `"seq":${before.seq + 4}`))),
        'boards/works/ledger',
        /it ends at/,
      ],
      [await packed(changed(/-full/, () => Buffer.from('no'))), 'pictures', /another picture/],
      [await packed(parts.slice(0, -1)), 'archive', /cut off/],
      [Buffer.from('PK not a tar at all'.repeat(100)), 'archive', /no backup/],
    ];
    for (const [bytes, path, message] of cases) {
      const refused = await steward.restore(file(bytes)).catch((error: unknown) => error);
      if (!(refused instanceof ApiProblem)) throw new Error(`restored: ${path}`);
      expect(refused.status).toBe(400);
      expect(refused.problem.errors?.[0]?.path).toContain(path);
      expect(refused.problem.errors?.[0]?.message).toMatch(message);
    }
    expect(await steward.readBoard('works')).toEqual(before);
  });

  it('[BK4] a preview checks everything and changes nothing; one board is taken alone', async () => {
    await server.openWorks('other');
    const saved = file(await backup());
    const before = await steward.readBoard('works');
    const preview = await steward.restore(saved, { preview: true });
    expect(preview.boards.map(({ board }) => board)).toEqual(['works', 'other']);
    expect(await steward.readBoard('works')).toEqual(before);
    const other = await steward.readBoard('other');
    await steward.restore(saved, { board: 'other' });
    expect((await steward.readBoard('works')).epoch).toBe(before.epoch);
    expect((await steward.readBoard('other')).epoch).not.toBe(other.epoch);
    await expect(steward.restore(saved, { board: 'third' })).rejects.toMatchObject({ status: 400 });
    expect((await partsOf(await backup('other'))).some(({ name }) => /works/.test(name))).toBe(
      false,
    );
  });

  it('[BK5] backups are for stewards, and hold no secret of the server', async () => {
    const anonymous = createClient({ origin: server.listening.url });
    await expect(anonymous.backup()).rejects.toMatchObject({ status: 401 });
    const saved = await backup();
    await expect(anonymous.restore(file(saved))).rejects.toMatchObject({ status: 401 });
    expect(saved.includes(stewardToken)).toBe(false);
    expect(saved.includes(await ledger.keep('session-secret', 'none'))).toBe(false);
  });
});

describe('scheduled backups', () => {
  const log = pino({ level: 'silent' });

  it('[BK6] are made when due, encrypted to the key, and the oldest go', async () => {
    const identity = await generateX25519Identity();
    const ledger = new MemoryLedger();
    await ledger.open('plant', 'one', openingDraft);
    const clock = new TestClock();
    const uploads = new FileUploads(join(folder, 'uploads'));
    const into = join(folder, 'kept');
    const options = {
      folder: into,
      everyHours: 24,
      keep: 2,
      recipient: await identityToRecipient(identity),
    };
    const schedule = new BackupSchedule({ ledger, uploads }, options, { clock, log });
    await schedule.look();
    await writeFile(join(into, 'mine.txt'), 'stays');
    clock.advance(3_600_000);
    await schedule.look();
    expect(await readdir(into)).toHaveLength(2);
    for (let day = 0; day < 3; day++) {
      clock.advance(24 * 3_600_000);
      await schedule.look();
    }
    const names = (await readdir(into)).sort();
    expect(names).toEqual([
      'emulation-board-2026-07-02T13-00-00Z.tar.age',
      'emulation-board-2026-07-03T13-00-00Z.tar.age',
      'mine.txt',
    ]);
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const plain = await decrypter.decrypt(
      new Uint8Array(await readFile(join(into, names[0] ?? ''))),
    );
    await writeFile(join(folder, 'plain.tar'), plain);
    expect((await checkBackup(join(folder, 'plain.tar'))).boards).toMatchObject([
      { board: 'plant' },
    ]);
    expect(schedule.problem).toBeUndefined();
  });

  it('[BK7] that fail are told, leave nothing half-made, and are tried again', async () => {
    const ledger = new MemoryLedger();
    await writeFile(join(folder, 'file'), '');
    const uploads = new FileUploads(join(folder, 'uploads'));
    const options = { folder: join(folder, 'file'), everyHours: 1, keep: 1, recipient: undefined };
    const schedule = new BackupSchedule({ ledger, uploads }, options, {
      clock: new TestClock(),
      log,
    });
    await schedule.look();
    expect(schedule.problem).toMatch(/^the scheduled backup failed/);
    await rm(join(folder, 'file'));
    await schedule.look();
    expect(schedule.problem).toBeUndefined();
  });
});

describe('a backup of a board that is being written', () => {
  it('[BK8] is a prefix, whatever is posted meanwhile', async () => {
    const ledger = await SqliteLedger.open(folder);
    try {
      await ledger.open('plant', 'one', openingDraft);
      const source = { ledger, uploads: new FileUploads(join(folder, 'uploads')) };
      const post = (at: number) =>
        ledger.append({ board: 'plant', drafts: [draftOf(at)], onRepeat: 'refuse' });
      for (let at = 0; at < 50; at++) await post(at);
      const manifest = await planBackup(source, { at: 'now' });
      const posting = Array.from({ length: 50 }, (_, at) => post(50 + at));
      const path = join(folder, 'live.tar');
      const archive: Readable = packParts(collectBackup(source, manifest));
      await writeFile(path, await buffer(archive));
      await Promise.all(posting);
      expect((await checkBackup(path)).boards).toMatchObject([{ board: 'plant', seq: 51 }]);
    } finally {
      await ledger.close();
    }
  });
});
