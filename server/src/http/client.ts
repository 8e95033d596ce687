import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../errors/refusal.ts';
import type { Api } from './api.ts';
import type { HttpDeps } from './deps.ts';
import { allowFraming } from './frame.ts';
import type { KnownRoutes } from './known-routes.ts';
import { originOf } from './origin-of.ts';
import { pageHead, withHead } from './preview/page-head.ts';

const missing = `<!doctype html><meta charset="utf-8"><title>Not built</title>
<h1>The web client is not built</h1>
<p>The server runs, its pages do not exist yet. Run <code>npm run build</code> (or
<code>npm start</code>, which builds what is missing) and load this page again.</p>`;

const html = 'text/html; charset=utf-8';

/** Everything below these is for machines: an unknown address there is an error, not a page. */
const machinePaths = /^\/(?:api|docs|socket\.io|openapi\.json|healthz|readyz|metrics)(?:\/|$)/;

/** Pages of the client are addresses without a file's extension. */
function isPage(request: FastifyRequest, path: string): boolean {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  return isRead && !machinePaths.test(path) && !/\.\w+$/.test(path);
}

interface ClientOptions {
  dist: string;
  known: KnownRoutes;
  deps: HttpDeps;
}

/** A board as everybody sees it. */
const publicBoard =
  ({ boards }: HttpDeps) =>
  (board: string) =>
    boards.get(board)?.publicState;

/** What a page says of itself, where it is that of a public board. */
function headFor(request: FastifyRequest, deps: HttpDeps): string | undefined {
  return pageHead({
    origin: originOf(request, deps.publicUrl),
    url: request.url,
    now: deps.clock.now(),
    publicBoard: publicBoard(deps),
  });
}

/** Pages of their own, small: what is framed elsewhere, and what is laid over a video. */
const framePaths = /^\/(?:embed|overlay)\/([^/]+)\/?$/;

/** The built client: hashed files for ever, its pages always anew, and by every deep link. */
export async function registerClient(app: Api, options: ClientOptions): Promise<void> {
  const { dist, known, deps } = options;
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

  const answerPage = (request: FastifyRequest, reply: FastifyReply) => {
    if (hasPage()) {
      const [, framed] = framePaths.exec(request.url.split('?')[0] ?? '') ?? [];
      if (framed !== undefined) {
        if (request.url.startsWith('/embed/')) allowFraming(reply, publicBoard(deps)(framed));
        return reply.code(200).sendFile('frame.html');
      }
      const head = headFor(request, deps);
      if (head === undefined) return reply.code(200).sendFile('index.html');
      const page = withHead(readFileSync(join(dist, 'index.html'), 'utf8'), head);
      return reply.code(200).header('cache-control', 'no-cache').type(html).send(page);
    }
    return reply.code(503).type(html).send(missing);
  };
  app.get('/', {
    schema: { hide: true },
    handler: async (request, reply) => answerPage(request, reply),
  });

  const answerUnknown = (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (isPage(request, path)) return answerPage(request, reply);
    const methods = known.methodsOf(path);
    if (methods.length > 0 && !methods.includes(request.method))
      throw new Refusal('method-not-allowed', { headers: { allow: methods.join(', ') } });
    throw new Refusal('not-found');
  };
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, answerUnknown);
}
