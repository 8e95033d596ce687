import { createHash } from 'node:crypto';
import {
  hasPicture,
  maxPictureBytes,
  pictureAnswerSchema,
  pictureIdSchema,
} from '@emulation/shared';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerProblem } from '../http/answer-problem.ts';
import type { Kind } from '../errors/catalogue.ts';
import { Refusal } from '../errors/refusal.ts';
import { guard, hostOf, seesHidden, stateOf } from '../http/access.ts';
import { answers, type Api } from '../http/api.ts';
import type { HttpDeps } from '../http/deps.ts';
import { boardParams } from '../http/params.ts';
import { Gate } from './gate.ts';
import { pictureTypes, readPicture, type ReadPicture } from './picture.ts';

const tags = ['experiences'];
const maxMebibytes = maxPictureBytes / 1024 / 1024;

const pictureParams = boardParams.extend({ id: z.string() });
const pictureQuery = z.strictObject({ size: z.enum(['full', 'small']).default('full') });

/** Whatever a browser makes of the bytes, nothing in them runs or loads. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** What Fastify refuses before a route is asked, named by the path people know it by. */
const namedRefusals: Record<string, { kind: Kind; message: string }> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { kind: 'too-large', message: `at most ${maxMebibytes} MiB` },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    kind: 'wrong-content-type',
    message: `send it with content type ${pictureTypes.join(', ')}`,
  },
};

function refusePicture(kind: Kind, message: string): Refusal {
  return new Refusal(kind, {
    detail: `picture: ${message}`,
    errors: [{ path: 'picture', message }],
  });
}

function namePicture(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const known = namedRefusals[error.code];
  if (!known) return void answerProblem(error, request, reply);
  void answerProblem(refusePicture(known.kind, known.message), request, reply);
}

function requirePicture(read: ReadPicture | undefined): Extract<ReadPicture, { kind: 'picture' }> {
  if (read === undefined) throw new Refusal('too-many-requests', { retryAfterSeconds: 5 });
  if (read.kind === 'refused') throw refusePicture(read.why, read.message);
  return read;
}

function uploadRoute(scope: Api, deps: HttpDeps): void {
  // Unpacking takes memory and a core for each: two at a time, and a few who wait.
  const gate = new Gate({ atOnce: 2, waiting: 8 });
  scope.post('/boards/:board/pictures', {
    preParsing: guard(deps, 'upload-picture'),
    bodyLimit: maxPictureBytes,
    errorHandler: namePicture,
    schema: {
      tags,
      summary: 'Upload a picture: for an experience, as evidence, or as the logo of the board',
      description:
        `The body is the picture itself, JPEG, PNG or WebP, at most ${maxMebibytes} MiB and 50 ` +
        'million pixels, with its `Content-Type`. It is made anew as WebP, without what a camera ' +
        'wrote into it. Anything else dressed as a picture is 415, more bytes or pixels 413. It is ' +
        'seen by others once an experience, a result or the evidence for one shows it.',
      consumes: [...pictureTypes],
      params: boardParams,
      response: answers({ 201: pictureAnswerSchema }),
    },
    handler: async (request, reply) => {
      const { body } = request;
      const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
      const declared = String(request.headers['content-type']).split(';')[0]?.trim().toLowerCase();
      const read = await gate.pass(() => readPicture(bytes, declared ?? ''));
      const { pictures, width, height } = requirePicture(read);
      const id = createHash('sha256').update(pictures.full).digest('hex');
      await deps.uploads.keep(hostOf(request).state.board, id, pictures);
      return reply.code(201).send({ id, width, height, bytes: pictures.full.length });
    },
  });
}

/** Seen by everybody once an experience, a result or the board itself shows it. */
function isShown(request: FastifyRequest, id: string): boolean {
  const state = stateOf(request);
  const isLogo = state.books.look.logo?.id === id;
  return seesHidden(request) || isLogo || hasPicture(state, id);
}

function pictureRoute(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/pictures/:id', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags,
      summary: 'A picture of an experience or a result, or the logo of the board, as WebP',
      params: pictureParams,
      querystring: pictureQuery,
      produces: ['image/webp'],
      response: answers({ 200: z.unknown() }),
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      const { size } = request.query;
      const { info, board } = stateOf(request);
      const isKnown = pictureIdSchema.safeParse(id).success && isShown(request, id);
      const bytes = isKnown ? await deps.uploads.find(board, id, size) : undefined;
      if (!bytes) throw new Refusal('unknown-picture');
      const reach = info?.visibility === 'public' ? 'public' : 'private';
      return reply
        .type('image/webp')
        .header('cache-control', `${reach}, max-age=31536000, immutable`)
        .header('content-security-policy', policy)
        .send(bytes);
    },
  });
}

/** Pictures, in their own scope: nowhere else is a picture a body. */
export async function registerPictures(api: Api, deps: HttpDeps): Promise<void> {
  pictureRoute(api, deps);
  await api.register(async (plain) => {
    const scope: Api = plain.withTypeProvider();
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser([...pictureTypes], { parseAs: 'buffer' }, (_, body, done) =>
      done(null, body),
    );
    uploadRoute(scope, deps);
  });
}
