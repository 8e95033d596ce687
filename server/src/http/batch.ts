import {
  batchAnswerSchema,
  batchBodySchema,
  batchItemSchema,
  maxBatch,
  type BatchItemAnswer,
} from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import { problemOf } from '../errors/problem.ts';
import { fieldProblems, invalid, recognise } from '../errors/recognition.ts';
import { guard } from './access.ts';
import { answers, type Api } from './api.ts';
import type { HttpDeps } from './deps.ts';
import { idempotencyOf } from './idempotency.ts';
import { boardParams } from './params.ts';
import { postResult } from './post-result.ts';

/** What makes an item known to its sender, also where the rest of it cannot be read. */
function keyOf(item: unknown): Pick<BatchItemAnswer, 'idempotencyKey'> {
  const holds = typeof item === 'object' && item !== null && 'idempotencyKey' in item;
  const key = holds ? item.idempotencyKey : undefined;
  return typeof key === 'string' && key.length <= 200 ? { idempotencyKey: key } : {};
}

async function postItem(deps: HttpDeps, request: FastifyRequest, item: unknown) {
  const read = batchItemSchema.safeParse(item);
  if (!read.success) throw invalid(fieldProblems(read.error.issues));
  const { idempotencyKey, ...body } = read.data;
  return postResult(deps, request, { body, once: idempotencyOf(idempotencyKey, body) });
}

/** One item, whatever becomes of it: the others are answered all the same. */
async function answerItem(
  deps: HttpDeps,
  request: FastifyRequest,
  item: unknown,
  index: number,
): Promise<BatchItemAnswer> {
  const known = { index, ...keyOf(item) };
  try {
    const { answer, repeated } = await postItem(deps, request, item);
    return { ...known, status: repeated ? 200 : 201, result: answer };
  } catch (err) {
    const problem = problemOf(recognise(err));
    if (problem.kind === 'internal') request.log.error({ err }, 'a result of a batch failed');
    return { ...known, status: problem.status, problem };
  }
}

/** Many results in one request, for machines that gather them. */
export function batchRoutes(api: Api, deps: HttpDeps): void {
  api.post('/boards/:board/results/batch', {
    preParsing: guard(deps, 'post-result'),
    schema: {
      tags: ['results'],
      summary: `Post up to ${maxBatch.toLocaleString('en')} results`,
      description:
        'Each with an `idempotencyKey` of its own, checked and answered as if it were posted alone, ' +
        'in the order of the body: `status` is 201 (posted), 200 (repeated, the same answer) or ' +
        'that of its `problem`. They share a commit and are durable when the answer comes; a bad ' +
        'one does not stop the others. After an answer that was lost, send the whole batch again.',
      params: boardParams,
      body: batchBodySchema,
      response: answers({ 200: batchAnswerSchema }),
    },
    handler: async (request) => {
      const results = await Promise.all(
        request.body.results.map((item, index) => answerItem(deps, request, item, index)),
      );
      const count = (wanted: (status: number) => boolean) =>
        results.filter(({ status }) => wanted(status)).length;
      return {
        posted: count((status) => status === 201),
        repeated: count((status) => status === 200),
        refused: count((status) => status >= 400),
        results,
      };
    },
  });
}
