import swagger from '@fastify/swagger';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { Api } from './api.ts';

type Transform = typeof jsonSchemaTransformObject;
type Document = ReturnType<Transform>;

/** Problems have a media type of their own, which the generator does not know. */
function nameProblems(document: Document): Document {
  const operations = Object.values(document.paths ?? {}).flatMap((path) =>
    Object.values(path ?? {}),
  );
  for (const operation of operations) {
    if (typeof operation !== 'object' || operation === null) continue;
    if (!('responses' in operation)) continue;
    for (const [status, response] of Object.entries(operation.responses ?? {})) {
      if (!/^[45]/.test(status) || !response || !('content' in response)) continue;
      const json = response.content?.['application/json'];
      if (json) response.content = { 'application/problem+json': json };
    }
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
    transformObject: (document) => nameProblems(jsonSchemaTransformObject(document)),
  });
  app.get('/openapi.json', { schema: { hide: true }, handler: async () => app.swagger() });
}
