import { createGateway, type Gateway } from './gateway/gateway.ts';
import type { GatewayLimits } from './gateway/limits.ts';
import type { Api } from './http/api.ts';
import { Departure } from './http/departure.ts';
import { createHttp } from './http/http.ts';
import { authorize } from './identity/authorize.ts';
import { registerBackup } from './backup/route.ts';
import { registerImport } from './import/route.ts';
import { Measures } from './measures/measures.ts';
import { PreviewDesk } from './outlets/preview/preview-desk.ts';
import { ScreenDesk } from './machines/screen-desk.ts';
import { FailureMeter } from './identity/failure-meter.ts';
import { registerPictures } from './uploads/route.ts';
import type { Crew } from './workers/crew.ts';
import { openCrew } from './workers/open-crew.ts';
import type { Foundation } from './foundation.ts';

interface Face {
  http: Api;
  gateway: Gateway;
  crew: Crew | undefined;
}

function attachGateway(foundation: Foundation, http: Api, limits: Partial<GatewayLimits>): Gateway {
  const { config, registry, relay, identity, displays, cheers, tracing, clock, log } = foundation;
  const { PUBLIC_URL: publicUrl, MAX_SOCKETS: maxConnections } = config;
  return createGateway({
    server: http.server,
    registry,
    relay,
    displays,
    cheers,
    tracing,
    clock,
    log,
    publicUrl,
    authorize,
    identify: (headers, address) => identity.identify(headers, address),
    limits: { ...limits, maxConnections, maxConnectionsPerAddress: maxConnections },
    holds: (actor) => identity.holds(actor),
    credentials: identity.credentials,
  });
}

/** What routes for other systems, machines and screens need. */
function machineDeps({ config, shelf, tokenUses, reach, webhooks, clock }: Foundation) {
  return {
    shelf,
    tokenUses,
    screens: {
      desk: new ScreenDesk({ shelf, clock }),
      guesses: new FailureMeter({ max: 5, windowMs: 600_000 }),
      asked: new FailureMeter({ max: 60, windowMs: 600_000 }),
    },
    mqttUrl: config.MQTT_URL,
    webhooks: {
      reach,
      allowedRanges: config.WEBHOOK_RANGES ?? [],
      wake: () => webhooks.wake(),
    },
  };
}

function measuresOf(
  { registry }: Foundation,
  departure: Departure,
  gateway: () => Gateway | undefined,
): Measures {
  const measures = new Measures({
    boards: () => registry.all(),
    gateway: () => gateway()?.stats(),
    isReady: () => !departure.isAnnounced && registry.problems().length === 0,
    isRelayHealthy: () => registry.degradations().length === 0,
  });
  registry.onEvent((event) => {
    // Anyone may read the measures, so they count what everybody sees.
    if (event.kind === 'applied' && event.sight === 'public')
      measures.countHappenings(event.happenings);
  });
  return measures;
}

/** Assembles what clients reach of a node: HTTP and the live connections, also those of its workers. */
export async function buildFace(
  foundation: Foundation,
  departure: Departure,
  limits: Partial<GatewayLimits> = {},
): Promise<Face> {
  const { config, presses, registry, ledger, uploads, identity, displays, clock } = foundation;
  const live: { gateway?: Gateway } = {};
  const measures = measuresOf(foundation, departure, () => live.gateway);
  const deps = {
    boards: registry,
    ledger,
    uploads,
    ...machineDeps(foundation),
    origins: foundation.origins,
    identity,
    displays,
    cheers: foundation.cheers,
    clock,
    measures,
    workbooks: presses.workbooks,
    spreadsheets: presses.spreadsheets,
    previews: new PreviewDesk(presses.pictures),
    imagesAMinute: Math.ceil(config.RATE_LIMIT / 50),
    backupProblem: () => foundation.backups?.problem,
    departure,
    publicUrl: config.PUBLIC_URL,
    host: config.HOST,
  };
  const { log, dist } = foundation;
  const options = { log, dist, rateLimit: config.RATE_LIMIT, trustProxy: config.TRUST_PROXY };
  const http = await createHttp(deps, options, [
    (api) => registerImport(api, deps),
    (api) => registerPictures(api, deps),
    (api) => foundation.tracing?.watch(api),
    (api) => {
      const beside = { people: identity.archive, shelf: foundation.shelf };
      return registerBackup(api, { ...deps, ledger, boards: registry, beside });
    },
  ]);
  const own = attachGateway(foundation, http, limits);
  const crew = openCrew({ ...foundation, server: http.server, own });
  live.gateway = crew ?? own;
  return { http, gateway: live.gateway, crew };
}
