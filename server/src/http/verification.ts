import {
  historyAnswerSchema,
  resultHistory,
  verificationAnswerSchema,
  VerificationCases,
  verificationRulesSchema,
} from '@emulation/shared';
import { z } from 'zod';
import { Refusal } from '../errors/refusal.ts';
import { guard, hostOf, stateOf } from './access.ts';
import { answers, type Api } from './api.ts';
import type { HttpDeps } from './deps.ts';
import { boardParams, resultParams } from './params.ts';
import { put } from './put.ts';
import { limitSchema } from './query.ts';

const tags = ['verification'];
const queueQuery = z.strictObject({ limit: limitSchema(50, 500) });

function rulesRoutes(api: Api, deps: HttpDeps): void {
  const path = '/boards/:board/verification-rules';
  const response = answers({ 200: verificationRulesSchema });
  api.get(path, {
    preParsing: guard(deps, 'see'),
    schema: { tags, summary: 'What a record needs', params: boardParams, response },
    handler: async (request) => stateOf(request).books.verification.rules,
  });

  api.put(path, {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Say what a record needs before it is ratified',
      description: 'Results that are verified already keep the rules of that day.',
      params: boardParams,
      body: verificationRulesSchema,
      response,
    },
    handler: async (request) => {
      const item = request.body;
      const { rules } = hostOf(request).state.books.verification;
      await put(deps, request, rules, { item, fact: { type: 'verification.ruled', ...item } });
      return item;
    },
  });
}

export function verificationRoutes(api: Api, deps: HttpDeps): void {
  rulesRoutes(api, deps);

  api.get('/boards/:board/verification', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags,
      summary: 'The records that wait, the most urgent first',
      params: boardParams,
      querystring: queueQuery,
      response: answers({ 200: verificationAnswerSchema }),
    },
    handler: async (request) => {
      const state = stateOf(request);
      const waiting = new VerificationCases(state).list(deps.clock.now());
      return {
        seq: state.seq,
        rules: state.books.verification.rules,
        waiting: waiting.length,
        breakthroughs: waiting.filter(({ breakthrough }) => breakthrough).length,
        cases: waiting.slice(0, request.query.limit),
      };
    },
  });

  api.get('/boards/:board/results/:id/history', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags: ['results'],
      summary: 'Everything that happened to a result, the oldest first',
      params: resultParams,
      response: answers({ 200: historyAnswerSchema }),
    },
    handler: async (request) => {
      const state = stateOf(request);
      const history = resultHistory(state, request.params.id, deps.clock.now());
      if (!history) throw new Refusal('unknown-result');
      return { seq: state.seq, ...history };
    },
  });
}
