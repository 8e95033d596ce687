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
import { FirstViews } from './first-view/first-views.ts';
import { packText } from './packed.ts';
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

/** The spectator's page of a board. */
const boardPath = /^\/b\/([^/]+)\/?$/;

/** Sends a page that was made for this visit, with the first view in it where there is one. */
async function sendMade(
  request: FastifyRequest,
  reply: FastifyReply,
  page: string,
  { views, deps }: { views: FirstViews | undefined; deps: HttpDeps },
): Promise<FastifyReply> {
  const [, board = ''] = boardPath.exec(request.url.split('?')[0] ?? '') ?? [];
  const state = publicBoard(deps)(board);
  const { headers, url } = request;
  const visit = {
    url,
    now: deps.clock.now(),
    acceptLanguage: headers['accept-language'],
    cookie: headers.cookie,
  };
  const first = state?.info?.visibility === 'public' && views?.pageOf(page, state, visit);
  // The page does without it: its scripts ask for themselves.
  const made = first ? await first.catch((error: unknown) => request.log.error(error)) : undefined;
  if (made) {
    const policy = String(reply.getHeader('content-security-policy') ?? '');
    const allowed = policy.replace("style-src 'self'", `style-src 'self' ${made.styleHash}`);
    reply.header('content-security-policy', allowed).header('vary', 'accept-language, cookie');
  }
  const accepts = headers['accept-encoding'];
  const { body, encoding } = await packText(made?.text ?? page, String(accepts ?? ''));
  if (encoding) reply.header('content-encoding', encoding);
  const vary = ['accept-encoding', reply.getHeader('vary')].filter(Boolean).join(', ');
  return reply
    .code(200)
    .header('vary', vary)
    .header('cache-control', 'no-cache')
    .type(html)
    .send(body);
}

/** Pages of their own, small: what is framed elsewhere, and what is laid over a video. */
const framePaths = /^\/(?:embed|overlay)\/([^/]+)\/?$/;

/** The built client: hashed files for ever, its pages always anew, and by every deep link. */
export async function registerClient(app: Api, options: ClientOptions): Promise<void> {
  const { dist, known, deps } = options;
  const hasPage = () => existsSync(join(dist, 'index.html'));
  const views = await FirstViews.open(dist);
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
      return sendMade(request, reply, page, { views, deps });
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
