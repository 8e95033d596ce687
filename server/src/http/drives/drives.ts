import {
  draftDrive,
  draftDriveMove,
  draftDriveRemoval,
  driveAnswerSchema,
  driveBodySchema,
  driveMoveSchema,
  drivesAnswerSchema,
  driveSummaries,
  type DriveAnswer,
} from '@emulation/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { Refusal } from '../../errors/refusal.ts';
import { guard, hostOf, stateOf } from '../access.ts';
import { answers, type Api } from '../api.ts';
import { commitFact } from '../commit.ts';
import { replacedVersion, versionTag } from '../condition.ts';
import type { HttpDeps } from '../deps.ts';
import { refusalOf } from '../fact-problems.ts';
import { boardParams, ownIdParams } from '../params.ts';
import { put } from '../put.ts';
import { driveAnswer, driveOf, seesDrafts } from './drive-answer.ts';

const tags = ['drives'];

export const driveParams = z.object({ board: z.string(), id: z.string() });

/** The drive as the whole board has it, after a change. */
function answerOf(request: FastifyRequest, id: string): DriveAnswer {
  const { state } = hostOf(request);
  const drive = state.books.drives.get(id);
  if (!drive) throw new Refusal('conflict');
  return driveAnswer(state, drive);
}

/** With its version, which a change may name. */
function answerVersion(reply: Pick<FastifyReply, 'header' | 'send'>, drive: DriveAnswer) {
  reply.header('etag', versionTag(drive));
  return drive;
}

function readingRoutes(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/drives', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags,
      summary: 'Drives of a board',
      params: boardParams,
      response: answers({ 200: drivesAnswerSchema }),
    },
    handler: async (request) => {
      const state = stateOf(request);
      return { seq: state.seq, drives: driveSummaries(state, seesDrafts(request)) };
    },
  });

  api.get('/boards/:board/drives/:id', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags,
      summary: 'A drive',
      params: driveParams,
      response: answers({ 200: driveAnswerSchema }),
    },
    handler: async (request, reply) =>
      answerVersion(reply, driveAnswer(stateOf(request), driveOf(request, request.params.id))),
  });
}

function putRoute(api: Api, deps: HttpDeps): void {
  api.put('/boards/:board/drives/:id', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Write or change a drive',
      description:
        'Tasks, scoring and dates cannot change once it runs; nothing can once it is finalised. With ' +
        '`If-Match: "<version>"` it is changed only where it still is that version, with ' +
        '`If-None-Match: *` only where there is none yet; otherwise 412 (`changed-meanwhile`).',
      params: ownIdParams,
      body: driveBodySchema,
      response: answers({ 200: driveAnswerSchema, 201: driveAnswerSchema }),
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      const { state } = hostOf(request);
      const drafted = draftDrive(state, id, request.body);
      if (drafted.kind === 'problems') throw refusalOf(drafted.problems);
      const { type: _, id: __, replaces: ___, ...item } = drafted.fact;
      const replaces = replacedVersion(request.headers);
      const existing = state.books.drives.get(id);
      const isSame = isDeepStrictEqual(existing?.body, item);
      if (!isSame && replaces !== undefined && replaces !== (existing?.version ?? 0))
        throw new Refusal('changed-meanwhile');
      // The fold looks again: another change may come in between.
      const fact = { ...drafted.fact, ...(replaces === undefined ? {} : { replaces }) };
      const status = await put(deps, request, existing?.body, { item, fact });
      return answerVersion(reply.code(status), answerOf(request, id));
    },
  });
}

function removalRoute(api: Api, deps: HttpDeps): void {
  api.delete('/boards/:board/drives/:id', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Remove a draft',
      params: driveParams,
      response: answers({ 204: z.undefined() }),
    },
    handler: async (request, reply) => {
      const drafted = draftDriveRemoval(hostOf(request).state, request.params.id);
      if (drafted.kind === 'problems') throw refusalOf(drafted.problems);
      await commitFact(request, { fact: drafted.fact, now: deps.clock.now() });
      return reply.code(204).send();
    },
  });
}

function moveRoute(api: Api, deps: HttpDeps): void {
  api.post('/boards/:board/drives/:id/state', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Move a drive to its next state',
      description: 'The clock moves it as well: it starts, is reviewed, frozen and closed in time.',
      params: driveParams,
      body: driveMoveSchema,
      response: answers({ 200: driveAnswerSchema }),
    },
    handler: async (request) => {
      const { id } = request.params;
      const drafted = draftDriveMove(hostOf(request).state, id, request.body);
      if (drafted.kind === 'problems') throw refusalOf(drafted.problems);
      await commitFact(request, { fact: drafted.fact, now: deps.clock.now() });
      return answerOf(request, id);
    },
  });
}

export function driveRoutes(api: Api, deps: HttpDeps): void {
  readingRoutes(api, deps);
  putRoute(api, deps);
  removalRoute(api, deps);
  moveRoute(api, deps);
}
