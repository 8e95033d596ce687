import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { slugSchema } from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { invalid } from '../errors/recognition.ts';
import { Refusal } from '../errors/refusal.ts';
import { guardAll } from '../http/access.ts';
import { answers, type Api } from '../http/api.ts';
import type { Clock } from '../board/clock.ts';
import type { Boards, HttpDeps } from '../http/deps.ts';
import { noteAct } from '../http/desk-act.ts';
import { ArchiveBroken, packParts } from './archive.ts';
import type { Beside } from './beside.ts';
import { checkBackup } from './check.ts';
import { collectBackup, planBackup, type BackupSource } from './collect.ts';
import { encryptTo, isRecipient } from './encryption.ts';
import { eraseAgain } from './erased-again.ts';
import { manifestSchema, type Manifest } from './manifest.ts';
import { restoreBackup, type RestoreTarget } from './restore.ts';
import { backupName } from './schedule.ts';

const contentType = 'application/x-tar';
const maxBytes = 64 * 1024 ** 3;
const tags = ['backup'];

const oneBoard = z.strictObject({
  board: slugSchema.optional().describe('This board alone, of all that there are.'),
});
const backupQuery = oneBoard.extend({
  recipient: z
    .string()
    .max(200)
    .refine(isRecipient, { error: 'must be a public key of age: age1…' })
    .optional()
    .describe('Encrypts to this public key of age; the whole server then comes with its people.'),
});
const restoreQuery = oneBoard.extend({
  preview: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .describe('Checks the whole archive and changes nothing.'),
});

const restoredSchema = manifestSchema.extend({ restored: z.boolean() }).meta({ id: 'Restored' });

export type BackupDeps = BackupSource &
  RestoreTarget &
  Pick<HttpDeps, 'origins'> & { clock: Clock; boards: Pick<Boards, 'get' | 'all'>; beside: Beside };

/** It takes everything out of the house: written down first, on each board that it holds. */
async function noteBackup(
  request: FastifyRequest,
  deps: BackupDeps,
  board: string | undefined,
): Promise<void> {
  const { actor: by } = request;
  for (const host of deps.boards.all())
    if (host.state.info && (board === undefined || host.state.board === board))
      await noteAct(request, deps, host, { act: 'backup-taken', by });
}

function backupRoute(api: Api, deps: BackupDeps): void {
  api.get('/backup', {
    preParsing: guardAll('back-up'),
    schema: {
      tags,
      summary: 'Everything that is on the boards, as one tar',
      description:
        'An exact prefix of every ledger with its hash chain, and the pictures, while the server ' +
        'goes on. With `recipient` it is encrypted, and that of all boards holds people with their ' +
        'ways in, invitations and addresses of webhooks as well; no sessions. Without it, none of these.',
      produces: [contentType],
      querystring: backupQuery,
    },
    handler: async (request, reply) => {
      const now = deps.clock.now();
      const { board, recipient } = request.query;
      const isEncrypted = recipient !== undefined;
      const people = isEncrypted && board === undefined;
      if (request.method === 'GET') await noteBackup(request, deps, board);
      const manifest = await planBackup(deps, { at: new Date(now).toISOString(), board, people });
      if (board !== undefined && manifest.boards.length === 0) throw new Refusal('unknown-board');
      const plain = packParts(collectBackup(deps, manifest));
      return reply
        .type(isEncrypted ? 'application/octet-stream' : contentType)
        .header('content-disposition', `attachment; filename="${backupName(now, isEncrypted)}"`)
        .send(isEncrypted ? await encryptTo(recipient, plain) : plain);
    },
  });
}

/** The whole body in a file: it is read twice, to be checked before anything is changed. */
async function spool(body: unknown): Promise<{ path: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'emulation-board-restore-'));
  const path = join(folder, 'backup.tar');
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await pipeline(body instanceof Readable ? body : Readable.from([]), createWriteStream(path));
    return { path, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

function chosenOf(manifest: Manifest, board: string | undefined): Manifest {
  if (board === undefined) return manifest;
  const boards = manifest.boards.filter((each) => each.board === board);
  if (boards.length === 0)
    throw invalid([{ path: 'board', message: `the backup holds no board ${board}` }]);
  // Of one board alone come no people.
  return { ...manifest, boards, people: false };
}

function restoreRoute(scope: Api, deps: BackupDeps): void {
  scope.post('/restore', {
    preParsing: guardAll('back-up'),
    bodyLimit: maxBytes,
    schema: {
      tags,
      summary: 'Puts boards of a backup in the place of those of the same name',
      description:
        'The body is the tar of a backup, not encrypted. Every hash is computed anew first; with ' +
        'one that is wrong nothing is changed and the entry is named. Each restored board begins ' +
        'a new epoch, and every client takes it anew by itself. Other boards stay. People of a ' +
        'backup of all boards are added where they are not here; who was erased stays erased.',
      consumes: [contentType],
      querystring: restoreQuery,
      response: answers({ 200: restoredSchema }),
    },
    handler: async (request) => {
      const { path, remove } = await spool(request.body);
      try {
        const { board, preview } = request.query;
        const manifest = chosenOf(await checkBackup(path), board);
        if (!preview) {
          await restoreBackup(path, manifest, deps);
          await eraseAgain(
            deps,
            manifest.boards.map((each) => each.board),
          );
        }
        return { ...manifest, restored: !preview };
      } catch (error) {
        if (!(error instanceof ArchiveBroken)) throw error;
        throw invalid([{ path: error.path, message: error.message }]);
      } finally {
        await remove();
      }
    },
  });
}

/** Backup and restore of all boards, in their own scope: nowhere else is a tar a body. */
export async function registerBackup(api: Api, deps: BackupDeps): Promise<void> {
  backupRoute(api, deps);
  await api.register(async (plain) => {
    const scope: Api = plain.withTypeProvider();
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(contentType, (_, body, done) => done(null, body));
    restoreRoute(scope, deps);
  });
}
