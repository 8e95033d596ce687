import Fastify, { LogController, type FastifyBaseLogger } from 'fastify';
import { Refusal } from '../errors/refusal.ts';
import { decorateRequests, identifyRequests } from './access.ts';
import { answerProblem } from './answer-problem.ts';
import type { Api } from './api.ts';
import { auditRoutes } from './audit/audit.ts';
import { batchRoutes } from './batch.ts';
import { boardRoutes } from './boards.ts';
import { calendarRoutes } from './calendar.ts';
import { lookRoutes } from './look.ts';
import { registerClient } from './client.ts';
import { serializerCompiler, validatorCompiler } from './compilers.ts';
import { cheersRoute } from './cheers.ts';
import { cooperationRoutes } from './cooperation.ts';
import type { Departure } from './departure.ts';
import type { HttpDeps } from './deps.ts';
import { registerDocs } from './docs.ts';
import { adoptionsRoutes } from './experiences/adoptions.ts';
import { experienceRoutes } from './experiences/experiences.ts';
import { distributionRoutes } from './distribution.ts';
import { driveRankingRoutes } from './drives/drive-rankings.ts';
import { driveRoutes } from './drives/drives.ts';
import { pledgeRoutes } from './drives/pledges.ts';
import { driveTemplateRoutes } from './drives/templates.ts';
import { feedRoutes } from './feed.ts';
import { recordFeedRoutes } from './feeds/feed-routes.ts';
import { stageRoutes } from './freeze/stage.ts';
import { healthRoutes } from './health.ts';
import { certificateRoute } from './honours/certificate.ts';
import { displayCommandRoutes } from './displays/commands.ts';
import { displayRoutes } from './displays/displays.ts';
import { messageRoutes } from './displays/messages.ts';
import { receiptRoutes } from './displays/receipts.ts';
import { playlistRoutes } from './displays/playlists.ts';
import { honourRoutes } from './honours/honours.ts';
import { titleRoutes } from './honours/titles.ts';
import { KnownRoutes } from './known-routes.ts';
import { exportRoutes } from './ledger-export.ts';
import { measureRequests, measuresRoute } from './measures.ts';
import { admissionRoutes } from './screens/admission.ts';
import { askingRoutes } from './screens/asking.ts';
import { tokenRoutes } from './tokens/tokens.ts';
import { mappingRoutes } from './mqtt/mappings.ts';
import { metricRoutes } from './metrics.ts';
import { embeddingRoutes } from './embedding.ts';
import { previewRoute } from './preview/preview-route.ts';
import { registerOpenApi } from './openapi/openapi.ts';
import { accountRoutes } from './people/account.ts';
import { deviceRoutes } from './people/devices.ts';
import { signedInRoutes } from './people/signed-in.ts';
import { erasureRoutes } from './people/erasure.ts';
import { privacyRoutes } from './privacy/privacy.ts';
import { shownNameRoutes } from './privacy/shown-names.ts';
import { addressRoutes } from './people/addresses.ts';
import { invitationRoutes } from './people/invitations.ts';
import { joiningRoutes } from './people/joining.ts';
import { passkeyRoutes } from './people/passkeys.ts';
import { peopleRoutes } from './people/people.ts';
import { providerRoutes } from './people/provider.ts';
import { passkeySignInRoutes, signInRoutes } from './people/sign-in.ts';
import { pulseRoutes } from './pulse.ts';
import { rankingHistoryRoutes } from './ranking-history.ts';
import { rankingRoutes } from './rankings.ts';
import { answerRaw } from './raw-problem.ts';
import { recognitionRoutes } from './recognition.ts';
import { recordRoutes } from './records.ts';
import { resultChangeRoutes } from './result-changes.ts';
import { resultRoutes } from './results.ts';
import { sectorRoutes } from './sectors.ts';
import { registerRateLimit, addSecurityHeaders } from './security.ts';
import { sessionRoutes } from './session.ts';
import { standardRoutes } from './standards.ts';
import { tableRoutes } from './tables/tables.ts';
import { deliveryRoutes } from './webhooks/deliveries.ts';
import { webhookRoutes } from './webhooks/webhooks.ts';
import { importsRoutes } from './imports.ts';
import { lifecycleRoutes } from './lifecycle.ts';
import { unitRoutes } from './units.ts';
import { versionRoutes } from './versions.ts';
import { verificationRoutes } from './verification.ts';

export interface HttpOptions {
  log: FastifyBaseLogger;
  /** Folder of the built client. */
  dist: string;
  rateLimit: number;
  trustProxy: string[] | undefined;
}

/** More routes below `/api/v1` that live beside this folder. */
export type MoreRoutes = (api: Api) => void | Promise<void>;

function createServer({ log, trustProxy }: HttpOptions): Api {
  const app: Api = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1_048_576,
    trustProxy: trustProxy ?? false,
    requestTimeout: 300_000,
    // Requests that come while closing are refused below, as a problem document like any other.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    frameworkErrors: (error, request, reply) => void answerProblem(error, request, reply),
    clientErrorHandler: answerRaw,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerProblem);
  readJsonOnly(app);
  return app;
}

/** JSON is the one content type; no body at all is left to the schema of the route. */
function readJsonOnly(app: Api): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else void parse(request, String(body), done);
  });
}

function endConnections(app: Api, departure: Departure): void {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.addHook('onRequest', async (_, reply) => {
    if (!isClosing && !departure.isAnnounced) return;
    reply.header('connection', 'close');
    if (isClosing) throw new Refusal('closing');
  });
}

const resources = [
  boardRoutes,
  sectorRoutes,
  unitRoutes,
  lifecycleRoutes,
  importsRoutes,
  metricRoutes,
  versionRoutes,
  auditRoutes,
  resultRoutes,
  batchRoutes,
  distributionRoutes,
  resultChangeRoutes,
  recognitionRoutes,
  verificationRoutes,
  cooperationRoutes,
  recordRoutes,
  rankingRoutes,
  rankingHistoryRoutes,
  experienceRoutes,
  adoptionsRoutes,
  driveRoutes,
  driveRankingRoutes,
  pledgeRoutes,
  driveTemplateRoutes,
  feedRoutes,
  cheersRoute,
  standardRoutes,
  calendarRoutes,
  lookRoutes,
  pulseRoutes,
  exportRoutes,
  tableRoutes,
  recordFeedRoutes,
  previewRoute,
  embeddingRoutes,
  titleRoutes,
  honourRoutes,
  certificateRoute,
  playlistRoutes,
  displayRoutes,
  displayCommandRoutes,
  receiptRoutes,
  messageRoutes,
  stageRoutes,
  webhookRoutes,
  deliveryRoutes,
  mappingRoutes,
  tokenRoutes,
  askingRoutes,
  admissionRoutes,
  sessionRoutes,
  peopleRoutes,
  deviceRoutes,
  signedInRoutes,
  erasureRoutes,
  privacyRoutes,
  shownNameRoutes,
  invitationRoutes,
  addressRoutes,
  joiningRoutes,
  signInRoutes,
  passkeySignInRoutes,
  providerRoutes,
  accountRoutes,
  passkeyRoutes,
];

/** Everything that is served over HTTP on one port; it does not listen yet. */
export async function createHttp(
  deps: HttpDeps,
  options: HttpOptions,
  more: readonly MoreRoutes[] = [],
): Promise<Api> {
  const app = createServer(options);
  endConnections(app, deps.departure);
  decorateRequests(app);
  addSecurityHeaders(app);
  await registerRateLimit(app, options.rateLimit);
  await registerOpenApi(app);
  const known = new KnownRoutes(app);
  measureRequests(app, deps);
  healthRoutes(app, deps);
  await app.register(async (scope) => measuresRoute(scope.withTypeProvider(), deps));
  await registerDocs(app);
  await app.register(
    async (scope) => {
      const api: Api = scope.withTypeProvider();
      identifyRequests(api, deps);
      api.addHook('onSend', async (_, reply) => {
        if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
      });
      for (const routes of resources) routes(api, deps);
      for (const routes of more) await routes(api);
    },
    { prefix: '/api/v1' },
  );
  await registerClient(app, { dist: options.dist, known, deps });
  return app;
}
