import swagger from '@fastify/swagger';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { Api } from '../api.ts';
import { descriptions } from './descriptions.ts';
import { nameOf, routesOf, type Document, type Route } from './operation.ts';
import { describeParameter } from './parameters.ts';
import { nameProblems } from './problems.ts';

type Transform = typeof jsonSchemaTransformObject;
type Generated = ReturnType<Transform>;

const sight = {
  name: 'sight',
  in: 'query',
  required: false,
  schema: { type: 'string', enum: ['public'] },
  description: 'A steward asks for what everybody sees, while a frozen drive hides results.',
};

/** Read before the routes, which know nothing of it. */
function nameSight({ method, path, operation }: Route): void {
  if (method === 'GET' && path.startsWith('/boards'))
    operation.parameters = [...(operation.parameters ?? []), sight];
}

function describe(route: Route): void {
  const { operation } = route;
  const description = operation.description ?? descriptions[nameOf(route)];
  if (description !== undefined) operation.description = description;
  for (const parameter of operation.parameters ?? []) {
    const said = describeParameter(route, parameter);
    if (said !== undefined) parameter.description = said;
  }
}

/** What the schemas of the routes do not say: what a parameter means, which problems come. */
function complete(document: Generated): Generated {
  // The generator's own types say `any` here; this is what OpenAPI gives an operation.
  for (const route of routesOf(document as Document)) {
    nameSight(route);
    describe(route);
    nameProblems(route);
  }
  return document;
}

/** The document is made from the very schemas that guard the routes. */
export async function registerOpenApi(app: Api): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Emulation board',
        description: 'Post results, follow records and rankings. Values are decimal strings.',
        version: '1',
      },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: 'board_session' },
        },
      },
      security: [{}, { token: [] }, { session: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => complete(jsonSchemaTransformObject(document)),
  });
  // Below the API as well: that is where a client that knows only its base address looks.
  for (const path of ['/openapi.json', '/api/v1/openapi.json'])
    app.get(path, { schema: { hide: true }, handler: async () => app.swagger() });
}
