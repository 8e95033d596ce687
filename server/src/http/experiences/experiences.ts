import {
  adoptionStateSchema,
  draftExperience,
  draftWithdrawal,
  experienceAnswerSchema,
  experienceBodySchema,
  experiencesAnswerSchema,
  isSameContent,
  listExperiences,
  reasonSchema,
  spreadAnswerSchema,
  spreadTree,
  type ExperienceBody,
  type FactProblem,
  type Picture,
} from '@emulation/shared';
import { z } from 'zod';
import { measurePicture } from '../../uploads/picture.ts';
import type { Uploads } from '../../uploads/uploads.ts';
import { guard, hostFor, stateOf } from '../access.ts';
import { answers, type Api } from '../api.ts';
import { commitFact } from '../commit.ts';
import type { Host, HttpDeps } from '../deps.ts';
import { refusalOf } from '../fact-problems.ts';
import { requireKnown } from '../known.ts';
import { boardParams } from '../params.ts';
import { limitSchema } from '../query.ts';
import { experienceAnswer, requireExperience } from './answer.ts';
import { experienceParams } from './params.ts';

const tags = ['experiences'];

/** The pictures of a body with their sizes; those that were never uploaded are a problem. */
async function resolvePictures(
  uploads: Uploads,
  { state }: Host,
  { id, body }: { id: string; body: ExperienceBody },
): Promise<Picture[]> {
  const known = state.books.experiences.byId.get(id)?.pictures ?? [];
  const problems: FactProblem[] = [];
  const pictures: Picture[] = [];
  for (const [at, { id: name, alt }] of body.pictures.entries()) {
    const held = known.find((picture) => picture.id === name);
    const bytes = held ? undefined : await uploads.find(state.board, name, 'full');
    const size = held ?? (bytes && (await measurePicture(bytes)));
    if (size)
      pictures.push({
        id: name,
        width: size.width,
        height: size.height,
        ...(alt ? { alt } : {}),
      });
    else {
      const path = `pictures.${at}.id`;
      const message = 'no such picture was uploaded to this board';
      problems.push({ kind: 'unknown-picture', path, message });
    }
  }
  if (problems.length > 0) throw refusalOf(problems);
  return pictures;
}

function writeRoute(api: Api, deps: HttpDeps): void {
  api.put('/boards/:board/experiences/:id', {
    preParsing: guard(deps, 'write-experience'),
    schema: {
      tags,
      summary: 'Write or edit an experience',
      description:
        'How a record was made. When it is written the board offers it to the units it is ' +
        'relevant to: those that post in the metric, in the same or a related sector, and stand ' +
        'behind the level it shows; those with most to gain first. Unit and metric stay.',
      params: experienceParams,
      body: experienceBodySchema,
      response: answers({ 200: experienceAnswerSchema, 201: experienceAnswerSchema }),
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      const host = hostFor(request, { units: [request.body.unit] });
      const pictures = await resolvePictures(deps.uploads, host, { id, body: request.body });
      const existing = host.state.books.experiences.byId.get(id);
      const drafted = draftExperience(host.state, id, request.body, pictures);
      if (drafted.kind === 'problems') throw refusalOf(drafted.problems);
      const isSame = existing && isSameContent(existing, drafted.fact);
      const writer = { actor: request.actor, boardHost: host };
      if (!isSame) await commitFact(writer, { fact: drafted.fact, now: deps.clock.now() });
      return reply.code(existing ? 200 : 201).send(experienceAnswer(stateOf(request), id));
    },
  });
}

const withdrawalBody = z.strictObject({ reason: reasonSchema });

function withdrawalRoute(api: Api, deps: HttpDeps): void {
  api.post('/boards/:board/experiences/:id/withdrawal', {
    preParsing: guard(deps, 'write-experience'),
    schema: {
      tags,
      summary: 'Withdraw an experience',
      description: 'Its text and pictures go; who learned from whom stays.',
      params: experienceParams,
      body: withdrawalBody,
      response: answers({ 200: experienceAnswerSchema }),
    },
    handler: async (request) => {
      const { id } = request.params;
      const { unit } = requireExperience(stateOf(request), id);
      const host = hostFor(request, { units: [unit] });
      const drafted = draftWithdrawal(host.state, id, request.body.reason);
      if (drafted.kind === 'problems') throw refusalOf(drafted.problems);
      const writer = { actor: request.actor, boardHost: host };
      await commitFact(writer, { fact: drafted.fact, now: deps.clock.now() });
      return experienceAnswer(stateOf(request), id);
    },
  });
}

export const experiencesQuery = z.strictObject({
  metric: z.string().optional(),
  sector: z.string().optional(),
  unit: z.string().optional(),
  state: adoptionStateSchema.optional().describe('At least one unit stands there.'),
  limit: limitSchema(100, 1000),
});

function readRoutes(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/experiences', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags,
      summary: 'Experiences, newest first',
      params: boardParams,
      querystring: experiencesQuery,
      response: answers({ 200: experiencesAnswerSchema }),
    },
    handler: async (request) => {
      const state = stateOf(request);
      const { limit, ...query } = request.query;
      requireKnown(state, query);
      return { seq: state.seq, experiences: listExperiences(state, query).slice(0, limit) };
    },
  });

  api.get('/boards/:board/experiences/:id', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags,
      summary: 'An experience, and how far every unit has come with it',
      params: experienceParams,
      response: answers({ 200: experienceAnswerSchema }),
    },
    handler: async (request) => experienceAnswer(stateOf(request), request.params.id),
  });

  api.get('/boards/:board/experiences/:id/spread', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags,
      summary: 'Who learned from whom, from this experience on',
      description:
        'Who was offered it, with the lift of those who adopted it and the records they broke ' +
        'since; and the experiences that were written on its ground, each with its own.',
      params: experienceParams,
      response: answers({ 200: spreadAnswerSchema }),
    },
    handler: async (request) => {
      const state = stateOf(request);
      const experience = requireExperience(state, request.params.id);
      return { seq: state.seq, tree: spreadTree(state, experience) };
    },
  });
}

export function experienceRoutes(api: Api, deps: HttpDeps): void {
  readRoutes(api, deps);
  writeRoute(api, deps);
  withdrawalRoute(api, deps);
}
