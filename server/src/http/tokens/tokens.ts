import {
  maxTokens,
  tokenBodySchema,
  tokenMadeAnswerSchema,
  tokensAnswerSchema,
  tokensQuerySchema,
  type BoardState,
  type Token,
  type TokenBody,
} from '@emulation/shared';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { invalid } from '../../errors/recognition.ts';
import { Refusal } from '../../errors/refusal.ts';
import { makeToken } from '../../identity/machine-token.ts';
import { guard, hostOf } from '../access.ts';
import { answers, type Api } from '../api.ts';
import { commitFact } from '../commit.ts';
import type { HttpDeps } from '../deps.ts';
import { boardParams } from '../params.ts';
import { tokenAnswers } from './token-answer.ts';

const tags = ['tokens'];
const tokenParams = boardParams.extend({ id: z.string() });
const dayMs = 24 * 3_600_000;

export const newTokenId = () => randomBytes(16).toString('hex');

export function refuseTooMany({ books }: BoardState): void {
  if (books.machines.tokens.size < maxTokens) return;
  throw invalid([{ path: '', message: `the board has ${maxTokens} tokens and screens, the most` }]);
}

function refuseUnknown(state: BoardState, { units = [], metrics = [] }: TokenBody): void {
  const errors = [
    ...units.flatMap((unit, at) =>
      state.units.has(unit) ? [] : [{ path: `units.${at}`, message: `no unit "${unit}"` }],
    ),
    ...metrics.flatMap((metric, at) =>
      state.metrics.has(metric)
        ? []
        : [{ path: `metrics.${at}`, message: `no metric "${metric}"` }],
    ),
  ];
  if (errors.length > 0) throw invalid(errors);
}

/** Those of machines, those of displays, or all. */
export function tokensOf(
  { books }: BoardState,
  { of }: z.output<typeof tokensQuerySchema>,
): Token[] {
  const isWanted = ({ right }: Token) =>
    of === undefined || (right === 'screen') === (of === 'screens');
  return [...books.machines.tokens.values()].filter(isWanted);
}

function listRoute(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/tokens', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Tokens of machines, and screens that were admitted',
      description: 'With who made each and when it was last used; never with its secret.',
      params: boardParams,
      querystring: tokensQuerySchema,
      response: answers({ 200: tokensAnswerSchema }),
    },
    handler: async (request) => {
      const { state } = hostOf(request);
      const tokens = tokensOf(state, request.query);
      return { seq: state.seq, tokens: await tokenAnswers(deps, state.board, tokens) };
    },
  });
}

function makeRoute(api: Api, deps: HttpDeps): void {
  api.post('/boards/:board/tokens', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Make a token for a machine',
      description:
        '`read` sees the board; `post` posts results as well, of the named units and metrics or of ' +
        'all. It can do nothing else, on no other board. `secret` is the bearer token: it is in ' +
        'this answer and in no other, and only its hash is kept.',
      params: boardParams,
      body: tokenBodySchema,
      response: answers({ 201: tokenMadeAnswerSchema }),
    },
    handler: async (request, reply) => {
      const { state } = hostOf(request);
      refuseTooMany(state);
      refuseUnknown(state, request.body);
      const { days, ...terms } = request.body;
      const now = deps.clock.now();
      const id = newTokenId();
      const { token: secret, hash } = makeToken(state.board, id);
      const expiry =
        days === undefined ? {} : { expiresAt: new Date(now + days * dayMs).toISOString() };
      const made = { id, hash, ...terms, ...expiry };
      const { entry } = await commitFact(request, { fact: { type: 'token.made', ...made }, now });
      const madeToken = { ...made, madeAt: entry.at, madeBy: entry.actor };
      const [token] = await tokenAnswers(deps, state.board, [madeToken]);
      if (!token) throw new Error('one token was answered as none');
      return reply.code(201).send({ token, secret });
    },
  });
}

function revocationRoute(api: Api, deps: HttpDeps): void {
  api.delete('/boards/:board/tokens/:id', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Revoke a token or a screen',
      description: 'On every node at once; its live connections fall silent within two seconds.',
      params: tokenParams,
      response: answers({ 204: z.undefined() }),
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      const { board, books } = hostOf(request).state;
      if (!books.machines.tokens.has(id)) throw new Refusal('unknown-token');
      await commitFact(request, { fact: { type: 'token.revoked', id }, now: deps.clock.now() });
      await deps.shelf.remove('token-use', board, id);
      return reply.code(204).send();
    },
  });
}

/** What lets machines in, and screens. */
export function tokenRoutes(api: Api, deps: HttpDeps): void {
  listRoute(api, deps);
  makeRoute(api, deps);
  revocationRoute(api, deps);
}
