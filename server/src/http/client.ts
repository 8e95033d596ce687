import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../errors/refusal.ts';
import type { Api } from './api.ts';
import type { KnownRoutes } from './known-routes.ts';

const missing = `<!doctype html><meta charset="utf-8"><title>Not built</title>
<h1>The web client is not built</h1>
<p>The server runs, its pages do not exist yet. Run <code>npm run build</code> (or
<code>npm start</code>, which builds what is missing) and load this page again.</p>`;

/** Everything below these is for machines: an unknown address there is an error, not a page. */
const machinePaths = /^\/(?:api|docs|socket\.io|openapi\.json|healthz|readyz|metrics)(?:\/|$)/;

/** Pages of the client are addresses without a file's extension. */
function isPage(request: FastifyRequest, path: string): boolean {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  return isRead && !machinePaths.test(path) && !/\.\w+$/.test(path);
}

/** The built client: hashed files for ever, its one page always anew, and by every deep link. */
export async function registerClient(app: Api, dist: string, known: KnownRoutes): Promise<void> {
  const hasPage = () => existsSync(join(dist, 'index.html'));
  await app.register(fastifyStatic, {
    root: dist,
    index: false,
    wildcard: true,
    serve: hasPage(),
    preCompressed: true,
    cacheControl: false,
    schemaHide: true,
    setHeaders: (reply, path) => {
      const isHashed = path.includes('/assets/');
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });

  const answerPage = (reply: FastifyReply) => {
    if (hasPage()) return reply.code(200).sendFile('index.html');
    return reply.code(503).type('text/html; charset=utf-8').send(missing);
  };
  app.get('/', { schema: { hide: true }, handler: async (_, reply) => answerPage(reply) });

  const answerUnknown = (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (isPage(request, path)) return answerPage(reply);
    const methods = known.methodsOf(path);
    if (methods.length > 0 && !methods.includes(request.method))
      throw new Refusal('method-not-allowed', { headers: { allow: methods.join(', ') } });
    throw new Refusal('not-found');
  };
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, answerUnknown);
}
