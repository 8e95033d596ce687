import type { BoardState } from '@emulation/shared';
import type { FastifyRequest, preParsingAsyncHookHandler } from 'fastify';
import { invalid } from '../errors/recognition.ts';
import { Refusal } from '../errors/refusal.ts';
import { isOriginAllowed } from '../gateway/origin.ts';
import { anonymous, type Actor } from '../identity/actor.ts';
import {
  authorize,
  guardedOf,
  type Action,
  type Decision,
  type Subject,
} from '../identity/authorize.ts';
import type { Api } from './api.ts';
import type { Host, HttpDeps } from './deps.ts';
import { requestOrigin, watchedHost } from './watched-host.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor;
    /** The board of the address; only behind `guard`. */
    seenHost: Host | undefined;
    /** The same, where the sender may do more than see. */
    boardHost: Host | undefined;
    /** What is wanted, where it depends on the unit whether the sender may: see `hostFor`. */
    wanted: Action | undefined;
    /** A steward asks for what everybody sees, with `?sight=public`. */
    isPublicAsked: boolean;
  }
}

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A session travels by itself, so a page of another origin must not be able to use it, nor to sign
 * somebody in. A bearer token does not travel by itself.
 */
function refuseForeignOrigin(request: FastifyRequest, publicUrl: string | undefined): void {
  const { headers, method } = request;
  if (headers.authorization !== undefined || readingMethods.has(method)) return;
  const isForeign = headers['sec-fetch-site'] === 'cross-site';
  if (isForeign || !isOriginAllowed(headers, publicUrl)) throw new Refusal('foreign-origin');
}

/** Any question may be asked with it, so it is read here and no route knows of it. */
function readSight(request: FastifyRequest): void {
  const { query } = request;
  if (typeof query !== 'object' || query === null || !('sight' in query)) return;
  if (query.sight !== 'public') throw invalid([{ path: 'sight', message: 'can only be `public`' }]);
  delete query.sight;
  request.isPublicAsked = true;
}

export function tooMany(retryAfterSeconds: number): Refusal {
  return new Refusal('too-many-requests', { retryAfterSeconds });
}

/** Tells of every request who sends it; a wrong token is refused whatever is asked. */
export function identifyRequests(api: Api, { identity, publicUrl }: HttpDeps): void {
  api.addHook('onRequest', async (request) => {
    const identified = await identity.identify(request.headers, request.ip);
    if (identified.kind === 'too-many') throw tooMany(identified.retryAfterSeconds);
    if (identified.kind === 'wrong-token') throw new Refusal('wrong-token');
    request.actor = identified.actor;
    readSight(request);
    refuseForeignOrigin(request, publicUrl);
  });
}

export function decorateRequests(api: Api): void {
  // A getter would be shared; Fastify takes an object only as a getter and every request sets its own.
  api.decorateRequest('actor');
  api.decorateRequest('seenHost', undefined);
  api.decorateRequest('boardHost', undefined);
  api.decorateRequest('wanted', undefined);
  api.decorateRequest('isPublicAsked', false);
  api.addHook('onRequest', async (request) => {
    request.actor = anonymous;
  });
}

function enforce(decision: Decision): void {
  if (decision === 'hidden') throw new Refusal('unknown-board');
  if (decision === 'sign-in') throw new Refusal('sign-in-required');
  if (decision === 'forbidden') throw new Refusal('forbidden');
}

function boardParam(request: FastifyRequest): string {
  const { params } = request;
  const hasBoard = typeof params === 'object' && params !== null && 'board' in params;
  return hasBoard ? String(params.board) : '';
}

/**
 * Lets a request through to a board when its sender may do `action` there. It runs after the rate
 * limit and before the body is read.
 */
export function guard({ boards, origins }: HttpDeps, action: Action): preParsingAsyncHookHandler {
  return async (request) => {
    const known = boards.get(boardParam(request));
    const host = known && watchedHost(known, origins, requestOrigin(request));
    const board = host && guardedOf(host.state);
    const decision = board ? authorize(request.actor, action, board) : 'hidden';
    if (decision === 'depends') request.wanted = action;
    else enforce(decision);
    request.seenHost = host;
    // Whoever may only see is answered from `stateOf`: there is no way past it. Nor is there where
    // it depends: until `hostFor` is told the subject nothing can be written.
    if (action !== 'see' && decision !== 'depends') request.boardHost = host;
  };
}

type Guarded = Pick<FastifyRequest, 'actor' | 'boardHost' | 'seenHost' | 'wanted'>;

/** Whether the sender may do what the route is for, on this subject. */
export function mayOn({ actor, seenHost, wanted }: Guarded, subject: Subject): boolean {
  if (wanted === undefined) return true;
  const board = seenHost && guardedOf(seenHost.state);
  return authorize(actor, wanted, board, subject) === 'allowed';
}

/**
 * The host of a request about a subject, for routes in which it depends on the unit who may. It
 * lets through one subject: each of a batch is asked for by itself.
 */
export function hostFor(request: Guarded, subject: Subject): Host {
  if (!request.wanted || !request.seenHost) return hostOf(request);
  if (!mayOn(request, subject)) throw new Refusal('forbidden');
  return request.seenHost;
}

/** Lets a request through that concerns no single board. */
export function guardAll(action: Action): preParsingAsyncHookHandler {
  return async (request) => {
    const decision = authorize(request.actor, action, undefined);
    enforce(decision === 'depends' ? 'forbidden' : decision);
  };
}

/** Whether the sender sees what a freeze hides, and has not asked for less. */
export function seesHidden({ actor, seenHost, isPublicAsked }: FastifyRequest): boolean {
  const board = seenHost && guardedOf(seenHost.state);
  return !isPublicAsked && authorize(actor, 'see-hidden', board) === 'allowed';
}

/** What `actor` may see of a board: stewards see hidden results, too. */
export function seenBy(actor: Actor, host: Host, isPublicAsked = false): BoardState {
  const mayAll = authorize(actor, 'see-hidden', guardedOf(host.state)) === 'allowed';
  return mayAll && !isPublicAsked ? host.state : host.publicState;
}

/** The request's board as its sender may see it; every route that reads answers from this. */
export function stateOf(request: FastifyRequest): BoardState {
  if (!request.seenHost) throw new Error('the route has no guard');
  return seenBy(request.actor, request.seenHost, request.isPublicAsked);
}

/** The board that `guard` found, for routes that change it or are for stewards alone. */
export function hostOf(request: Pick<FastifyRequest, 'boardHost'>): Host {
  if (!request.boardHost) throw new Error('a route without a guard, or one that only reads');
  return request.boardHost;
}
