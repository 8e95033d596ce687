import swagger from '@fastify/swagger';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { Api } from './api.ts';

type Transform = typeof jsonSchemaTransformObject;
type Document = ReturnType<Transform>;

interface Operation {
  parameters?: object[];
  responses?: Record<string, { content?: Record<string, unknown> }>;
}

/** Problems have a media type of their own, which the generator does not know. */
function nameProblems(document: Document): Document {
  // The generator's own types say `any` here; this is what OpenAPI gives an operation.
  const paths = (document.paths ?? {}) as Record<string, Record<string, Operation>>;
  const operations = Object.values(paths).flatMap((path) => Object.values(path));
  for (const { responses = {} } of operations)
    for (const [status, response] of Object.entries(responses)) {
      const json = response.content?.['application/json'];
      if (/^[45]/.test(status) && json !== undefined)
        response.content = { 'application/problem+json': json };
    }
  return document;
}

const sight = {
  name: 'sight',
  in: 'query',
  required: false,
  schema: { type: 'string', enum: ['public'] },
  description: 'A steward asks for what everybody sees, while a frozen drive hides results.',
};

/** Read before the routes, which know nothing of it. */
function nameSight(document: Document): Document {
  // As above.
  const paths = (document.paths ?? {}) as Record<string, { get?: Operation }>;
  for (const [path, { get }] of Object.entries(paths))
    if (get && path.startsWith('/api/v1/boards'))
      get.parameters = [...(get.parameters ?? []), sight];
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
    transformObject: (document) => nameSight(nameProblems(jsonSchemaTransformObject(document))),
  });
  // Below the API as well: that is where a client that knows only its base address looks.
  for (const path of ['/openapi.json', '/api/v1/openapi.json'])
    app.get(path, { schema: { hide: true }, handler: async () => app.swagger() });
}
