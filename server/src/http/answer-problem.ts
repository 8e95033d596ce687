import type { FastifyReply, FastifyRequest } from 'fastify';
import { catalogue } from '../errors/catalogue.ts';
import { problemOf, problemType } from '../errors/problem.ts';
import { recognise } from '../errors/recognition.ts';
import type { Refusal } from '../errors/refusal.ts';

function headersOf({ kind, options }: Refusal): Record<string, string> {
  const { status, retry } = catalogue[kind];
  const wait = options.retryAfterSeconds ?? (retry === 'later' && status !== 500 ? 2 : undefined);
  return {
    ...(wait === undefined ? {} : { 'retry-after': String(wait) }),
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    ...options.headers,
  };
}

/** Answers any thrown thing with its problem document and logs it as loud as it deserves. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const refusal = recognise(error);
  const { status, log } = catalogue[refusal.kind];
  const { method, url, routeOptions } = request;
  // The address without what was asked for: a query may hold names.
  const route = routeOptions.url ?? url.split('?')[0];
  // Of a refusal of ours everything is said by its kind; of anything else the error itself is.
  const err = refusal === error ? undefined : error;
  request.log[log]({ err, method, route, address: request.ip }, refusal.kind);
  return reply
    .code(status)
    .headers(headersOf(refusal))
    .type(problemType)
    .send(JSON.stringify(problemOf(refusal)));
}
