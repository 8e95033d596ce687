import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { BoardState } from '@emulation/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../errors/refusal.ts';
import type { Api } from './api.ts';
import type { HttpDeps } from './deps.ts';
import { allowFraming } from './frame.ts';
import type { KnownRoutes } from './known-routes.ts';
import { originOf } from './origin-of.ts';
import { FirstViews } from './first-view/first-views.ts';
import { withScriptless } from './first-view/scriptless.ts';
import type { Visit } from './first-view/visit.ts';
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
const boardPath = /^\/b\/[^/]+\/?$/;

const isOpen = ({ info }: BoardState): boolean => info?.visibility === 'public';

/** The board that the address is of, where everybody may see it. */
function openBoard(deps: HttpDeps, path: string): BoardState | undefined {
  const [, board = ''] = /^\/(?:b|embed|overlay)\/([^/]+)/.exec(path) ?? [];
  const state = publicBoard(deps)(board);
  return state && isOpen(state) ? state : undefined;
}

const visitOf = ({ url, headers }: FastifyRequest, { clock }: HttpDeps): Visit => ({
  url,
  now: clock.now(),
  acceptLanguage: headers['accept-language'],
  cookie: headers.cookie,
});

/** Sends a page that was made for this visit, with the first view in it where there is one. */
async function sendMade(
  request: FastifyRequest,
  reply: FastifyReply,
  page: string,
  { views, deps }: { views: FirstViews | undefined; deps: HttpDeps },
): Promise<FastifyReply> {
  const path = request.url.split('?')[0] ?? '';
  const board = openBoard(deps, path);
  const state = boardPath.test(path) ? board : undefined;
  const visit = visitOf(request, deps);
  const boards = deps.boards
    .all()
    .map(({ publicState }) => publicState)
    .filter(isOpen);
  const asked = { visit, board, boards };
  const first =
    state && views?.pageOf(withScriptless(page, { ...asked, isFirstView: true }), state, visit);
  // The page does without it: its scripts ask for themselves.
  const made = first ? await first.catch((error: unknown) => request.log.error(error)) : undefined;
  if (made) {
    const policy = String(reply.getHeader('content-security-policy') ?? '');
    const allowed = policy.replace("style-src 'self'", `style-src 'self' ${made.styleHash}`);
    reply.header('content-security-policy', allowed);
  }
  const text = made?.text ?? withScriptless(page, { ...asked, isFirstView: false });
  const accepts = request.headers['accept-encoding'];
  const { body, encoding } = await packText(text, String(accepts ?? ''));
  if (encoding) reply.header('content-encoding', encoding);
  return reply
    .code(200)
    .header('vary', 'accept-encoding, accept-language, cookie')
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

  const pageText = (name: string) => readFileSync(join(dist, name), 'utf8');
  const answerPage = (request: FastifyRequest, reply: FastifyReply) => {
    if (!hasPage()) return reply.code(503).type(html).send(missing);
    const [, framed] = framePaths.exec(request.url.split('?')[0] ?? '') ?? [];
    if (framed !== undefined) {
      if (request.url.startsWith('/embed/')) allowFraming(reply, publicBoard(deps)(framed));
      return sendMade(request, reply, pageText('frame.html'), { views, deps });
    }
    const head = headFor(request, deps);
    const page = pageText('index.html');
    return sendMade(request, reply, head === undefined ? page : withHead(page, head), {
      views,
      deps,
    });
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
