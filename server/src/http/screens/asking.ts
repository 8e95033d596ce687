import {
  deviceCodeSchema,
  deviceErrorSchema,
  deviceRequestSchema,
  deviceTokenRequestSchema,
  deviceTokenSchema,
} from '@emulation/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionIn } from '../../identity/cookies.ts';
import { codeMs, pollSeconds, type Asking } from '../../machines/screen-desk.ts';
import { tooMany } from '../access.ts';
import { answers, type Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { originOf } from '../origin-of.ts';
import { setCookies, setScreenCookie } from '../set-cookies.ts';
import { admit } from './admit.ts';

const tags = ['screens'];

/** A screen that asks over and over for codes is one that somebody forgot, or a flood. */
function refuseFlood({ screens, clock }: HttpDeps, address: string): void {
  const wait = screens.asked.waitSeconds(address, clock.now());
  if (wait > 0) throw tooMany(wait);
  screens.asked.note(address, clock.now());
}

function codeRoute(api: Api, deps: HttpDeps): void {
  api.post('/device/code', {
    schema: {
      tags,
      summary: 'Ask, as a display, to be admitted to a board (RFC 8628)',
      description:
        'The display shows `user_code` and, as a QR, `verification_uri_complete`; a steward of the ' +
        'board approves it there within ten minutes. Whether there is such a board is not told; ' +
        'without `board` a steward of any board may admit it to theirs.',
      body: deviceRequestSchema,
      response: answers({ 200: deviceCodeSchema }),
    },
    handler: async (request) => {
      refuseFlood(deps, request.ip);
      const { board, display, screen } = request.body;
      const device = (request.headers['user-agent'] ?? '').slice(0, 300);
      const { asking, deviceCode } = await deps.screens.desk.ask({
        device,
        address: request.ip,
        ...(board === undefined ? {} : { board }),
        ...(display === undefined ? {} : { display }),
        ...(screen === undefined ? {} : { screen }),
      });
      const place = board === undefined ? '/walls' : `/b/${board}/walls`;
      const page = `${originOf(request, deps.publicUrl)}${place}`;
      return {
        device_code: deviceCode,
        user_code: asking.code,
        verification_uri: page,
        verification_uri_complete: `${page}?code=${asking.code}`,
        expires_in: codeMs / 1000,
        interval: pollSeconds,
      };
    },
  });
}

/** A screen acts for nobody: who is signed in in that browser would be asked for in its place. */
async function signOut(deps: HttpDeps, request: FastifyRequest, reply: FastifyReply) {
  const cookie = sessionIn(request.headers.cookie);
  if (cookie === undefined) return;
  setCookies(deps, request, reply, await deps.identity.sessions.close(cookie));
}

async function hand(deps: HttpDeps, request: FastifyRequest, reply: FastifyReply, asking: Asking) {
  try {
    await signOut(deps, request, reply);
  } catch (error) {
    await deps.screens.desk.giveBack(asking);
    throw error;
  }
  const token = await admit(deps, asking);
  setScreenCookie(deps, request, reply, token);
  const { board = '' } = asking; // who decided has a board
  return { access_token: token, token_type: 'Bearer' as const, scope: `read ${board}`, board };
}

function tokenRoute(api: Api, deps: HttpDeps): void {
  api.post('/device/token', {
    schema: {
      tags,
      summary: 'Find out, as a display, whether it was admitted',
      description:
        'Every `interval` seconds. 400 with `error` until then: `authorization_pending`, ' +
        '`slow_down` (asked too soon: wait five seconds more from now on), `access_denied`, ' +
        '`expired_token`. The token is given once: it reads its board, writes ' +
        'nothing, and holds until it is revoked. A browser keeps it in a cookie as well, and whoever was ' +
        'signed in there is signed out.',
      body: deviceTokenRequestSchema,
      response: { ...answers({ 200: deviceTokenSchema }), 400: deviceErrorSchema },
    },
    handler: async (request, reply) => {
      const polled = await deps.screens.desk.poll(request.body.device_code);
      if (polled.kind === 'approved') return hand(deps, request, reply, polled.asking);
      const errors = {
        pending: 'authorization_pending',
        'too-soon': 'slow_down',
        denied: 'access_denied',
        expired: 'expired_token',
      } as const;
      return reply.code(400).send({ error: errors[polled.kind] });
    },
  });
}

/** What a display asks, before anybody knows it. */
export function askingRoutes(api: Api, deps: HttpDeps): void {
  codeRoute(api, deps);
  tokenRoute(api, deps);
}
