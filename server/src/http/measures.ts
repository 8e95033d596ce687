import { authorize } from '../identity/authorize.ts';
import { identifyRequests } from './access.ts';
import type { Api } from './api.ts';
import type { HttpDeps } from './deps.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Not among the measures of requests. */
    isUnmeasured?: boolean;
  }
}

/** `GET /metrics`: for anyone what everybody sees, for a bearer who runs boards all of it. */
export function measuresRoute(api: Api, deps: HttpDeps): void {
  const { measures } = deps;
  identifyRequests(api, deps);
  api.get('/metrics', {
    config: { rateLimit: false, isUnmeasured: true },
    schema: { hide: true },
    handler: async ({ actor }, reply) => {
      const isOperator = authorize(actor, 'open-board', undefined) === 'allowed';
      return reply
        .type(measures.open.contentType)
        .send(await measures.text(isOperator ? 'operator' : 'anyone'));
    },
  });
}

/** Times every request by its route; one that met no route is counted as such. */
export function measureRequests(api: Api, { measures }: HttpDeps): void {
  api.addHook('onResponse', async (request, reply) => {
    const { config, url: route = 'none' } = request.routeOptions;
    if (config.isUnmeasured) return;
    const seconds = reply.elapsedTime / 1000;
    measures.timeRequest({ method: request.method, route, status: reply.statusCode, seconds });
  });
}
