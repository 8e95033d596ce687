import rateLimit from '@fastify/rate-limit';
import helmet from 'helmet';
import { tooMany } from './access.ts';
import type { Api } from './api.ts';

/** Browsers that do not count a socket to the own host as `'self'` are told it by name. */
function ownSockets(request: { headers: { host?: string | undefined } }): string {
  const host = /^[\w.:[\]-]+$/.exec(request.headers.host ?? '')?.[0];
  return host === undefined ? "'self'" : `ws://${host} wss://${host}`;
}

/**
 * Two rules that react-aria, the library of the client's fields and dialogs, writes into the page
 * itself: what a touch on a button does, and that a page on an iPhone does not scroll behind a
 * dialog. A page that may be kept offline cannot carry a nonce, so they are allowed by their text.
 */
const kitStyles = [
  "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='",
];

/**
 * Nothing is loaded from or sent to anywhere else, and no script or style stands in a page itself.
 * Not here: HSTS and upgrading to HTTPS, which are for whoever runs a proxy with a certificate; a
 * board in a hall is often plain HTTP.
 */
export function addSecurityHeaders(app: Api): void {
  // Made once: its plugin for Fastify reads all of this again for each request.
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", ...kitStyles],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ownSockets],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  });
  app.addHook('onRequest', ({ raw }, reply, done) => {
    // What helmet passes on where it fails is an error.
    protect(raw, reply.raw, (failed) => done(failed as Error | undefined));
  });
}

/** Requests a minute by address; the steward's token, which machines use, is not counted. */
export async function registerRateLimit(app: Api, max: number): Promise<void> {
  await app.register(rateLimit, {
    max,
    timeWindow: 60_000,
    cache: 20_000,
    allowList: (request) => request.actor.id === 'steward:token',
    errorResponseBuilder: (_, { ttl }) => tooMany(Math.max(1, Math.ceil(ttl / 1000))),
    addHeaders: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
  });
}
