import {
  adoptionAnswerSchema,
  adoptionBodySchema,
  adoptionDetailSchema,
  adoptionRow,
  comparedResults,
  draftMove,
  draftOffer,
  draftOfferRemoval,
  type Adoption,
  type BoardState,
  type Experience,
} from '@emulation/shared';
import { z } from 'zod';
import { Refusal } from '../../errors/refusal.ts';
import { guard, hostFor, hostOf, stateOf } from '../access.ts';
import { answers, type Api } from '../api.ts';
import { commitFact } from '../commit.ts';
import type { HttpDeps } from '../deps.ts';
import { refusalOf } from '../fact-problems.ts';
import { requireExperience } from './answer.ts';
import { experienceUnitParams } from './params.ts';

const tags = ['experiences'];

interface Named {
  id: string;
  unit: string;
}

function requireAdoption(
  state: BoardState,
  { id, unit }: Named,
): { experience: Experience; adoption: Adoption } {
  const experience = requireExperience(state, id);
  const adoption = experience.adoptions.get(unit);
  if (!adoption) throw new Refusal(state.units.has(unit) ? 'not-offered' : 'unknown-unit');
  return { experience, adoption };
}

function adoptionAnswer(state: BoardState, named: Named) {
  const { experience, adoption } = requireAdoption(state, named);
  return adoptionRow(state, experience, adoption);
}

function adoptionRoutes(api: Api, deps: HttpDeps): void {
  const path = '/boards/:board/experiences/:id/adoptions/:unit';
  api.post(path, {
    preParsing: guard(deps, 'move-adoption'),
    schema: {
      tags,
      summary: 'A unit takes its next step with an experience',
      description:
        'offered → studying → trial → adopted, or not-applicable with a reason. Whether it is ' +
        'sustained is derived from the results. `at` is when, a date or a time; now if absent. ' +
        'The step where it stands already changes nothing.',
      params: experienceUnitParams,
      body: adoptionBodySchema,
      response: answers({ 200: adoptionAnswerSchema }),
    },
    handler: async (request) => {
      const { params, body } = request;
      const now = deps.clock.now();
      const host = hostFor(request, { units: [params.unit] });
      const { state } = host;
      const standing = state.books.experiences.byId.get(params.id)?.adoptions.get(params.unit);
      if (standing?.state === body.to) return adoptionAnswer(stateOf(request), params);
      const drafted = draftMove(state, params, body, now);
      if (drafted.kind === 'problems') throw refusalOf(drafted.problems);
      await commitFact({ actor: request.actor, boardHost: host }, { fact: drafted.fact, now });
      return adoptionAnswer(stateOf(request), params);
    },
  });

  api.get(path, {
    preParsing: guard(deps, 'see'),
    schema: {
      tags,
      summary: 'How far a unit has come, with the results its lift compares',
      params: experienceUnitParams,
      response: answers({ 200: adoptionDetailSchema }),
    },
    handler: async (request) => {
      const state = stateOf(request);
      const { experience, adoption } = requireAdoption(state, request.params);
      return {
        ...adoptionRow(state, experience, adoption),
        compared: comparedResults(state, experience, adoption),
      };
    },
  });
}

function offerRoutes(api: Api, deps: HttpDeps): void {
  const path = '/boards/:board/experiences/:id/offers/:unit';
  api.put(path, {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Offer an experience to one more unit',
      params: experienceUnitParams,
      response: answers({ 200: adoptionAnswerSchema, 201: adoptionAnswerSchema }),
    },
    handler: async (request, reply) => {
      const { id, unit } = request.params;
      const { state } = hostOf(request);
      const isOffered = state.books.experiences.byId.get(id)?.adoptions.has(unit) ?? false;
      if (!isOffered) {
        const drafted = draftOffer(state, id, unit);
        if (drafted.kind === 'problems') throw refusalOf(drafted.problems);
        await commitFact(request, { fact: drafted.fact, now: deps.clock.now() });
      }
      const answer = adoptionAnswer(stateOf(request), { id, unit });
      return reply.code(isOffered ? 200 : 201).send(answer);
    },
  });

  api.delete(path, {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Take back an offer that the unit has not answered',
      params: experienceUnitParams,
      response: answers({ 204: z.undefined() }),
    },
    handler: async (request, reply) => {
      const { id, unit } = request.params;
      const drafted = draftOfferRemoval(hostOf(request).state, id, unit);
      if (drafted.kind === 'problems') throw refusalOf(drafted.problems);
      await commitFact(request, { fact: drafted.fact, now: deps.clock.now() });
      return reply.code(204).send();
    },
  });
}

export function adoptionsRoutes(api: Api, deps: HttpDeps): void {
  adoptionRoutes(api, deps);
  offerRoutes(api, deps);
}
