import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { originsOf } from './addresses.ts';
import type { Welcome } from './banner.ts';
import { Clerk } from './board/clerk.ts';
import { CheerDesk } from './cheers/cheer-desk.ts';
import type { Clock } from './board/clock.ts';
import { BoardRegistry } from './board/registry.ts';
import type { Environment } from './config/config.ts';
import { providerOf } from './config/provider.ts';
import { startDemo, type Demo } from './demo/demo.ts';
import { Displays } from './displays/displays.ts';
import { createGateway, type Gateway } from './gateway/gateway.ts';
import type { GatewayLimits } from './gateway/limits.ts';
import type { Api } from './http/api.ts';
import { buildOf } from './http/build.ts';
import { Departure } from './http/departure.ts';
import { Drain } from './http/drain.ts';
import { createHttp, type HttpOptions } from './http/http.ts';
import { authorize } from './identity/authorize.ts';
import { signedInDaysOf } from './identity/signed-in-days.ts';
import { Identity } from './identity/identity.ts';
import type { StorePlace } from './identity/store/database.ts';
import { offerSetup, takeSetup } from './identity/setup-link.ts';
import { registerBackup } from './backup/route.ts';
import { BackupSchedule } from './backup/schedule.ts';
import { registerImport } from './import/route.ts';
import { createLedger } from './ledger/create-ledger.ts';
import type { Ledger } from './ledger/ledger.ts';
import { Measures } from './measures/measures.ts';
import { createRelay } from './relay/create-relay.ts';
import { MqttBridge } from './mqtt/bridge.ts';
import { Press } from './outlets/press/press.ts';
import { PreviewDesk } from './outlets/preview/preview-desk.ts';
import type { PreviewJob } from './outlets/preview/preview.ts';
import type { WorkbookFile } from './import/workbook.ts';
import type { SheetCell, SheetJob } from './outlets/workbook/workbook.ts';
import { createOrigins } from './audit/create-origins.ts';
import { OriginDesk } from './audit/origin-desk.ts';
import { createShelf } from './machines/create-shelf.ts';
import { ScreenDesk } from './machines/screen-desk.ts';
import type { Shelf } from './machines/shelf.ts';
import { TokenUses } from './machines/token-uses.ts';
import { FailureMeter } from './identity/failure-meter.ts';
import { createUploads } from './uploads/create-uploads.ts';
import { createTidying } from './tidying.ts';
import { registerPictures } from './uploads/route.ts';
import type { Uploads } from './uploads/uploads.ts';
import { createReach, type Reach } from './webhooks/reach.ts';
import { WebhookSender } from './webhooks/sender.ts';
import type { Crew } from './workers/crew.ts';
import { MachineRelay } from './workers/machine-relay.ts';
import { openTracing } from './tracing/open-tracing.ts';
import type { Tracing } from './tracing/tracing.ts';
import { openCrew } from './workers/open-crew.ts';

/** Where it is served; what a banner shows. */
export interface Listening extends Welcome {
  /** As reached from this machine. */
  url: string;
}

export interface App {
  listen(): Promise<Listening>;
  /** Answers or refuses what is in flight, then closes everything it opened. */
  close(): Promise<void>;
}

/** What tests put in the place of the real thing. */
export interface Parts {
  ledger: Ledger;
  clock: Clock;
  log: HttpOptions['log'];
  dist: string;
  /** Of the gateway, below what the environment says. */
  limits: Partial<GatewayLimits>;
  /** How long a request that is on its way in may take while the server closes. */
  graceMs: number;
  /** Where people are kept. */
  people: StorePlace;
}

const systemClock: Clock = { now: () => Date.now() };
const builtClient = fileURLToPath(new URL('../../client/dist', import.meta.url));
/** Whoever is still being answered after this is cut, so that the process ends in time. */
const answerDeadlineMs = 7000;

/** Files that are made beside the rest, each kind in a thread of its own. */
function openPresses() {
  const script = (path: string) => new URL(path, import.meta.url);
  return {
    workbooks: new Press<SheetJob, SheetCell[][]>({
      script: script('./outlets/workbook/workbook-thread.ts'),
      maxWaiting: 8,
    }),
    spreadsheets: new Press<WorkbookFile>({
      script: script('./import/workbook-thread.ts'),
      maxWaiting: 4,
    }),
    pictures: new Press<PreviewJob>({
      script: script('./outlets/preview/preview-thread.ts'),
      maxWaiting: 16,
    }),
  };
}

interface Foundation {
  config: Environment;
  presses: ReturnType<typeof openPresses>;
  ledger: Ledger;
  uploads: Uploads;
  shelf: Shelf;
  tokenUses: TokenUses;
  origins: OriginDesk;
  webhooks: WebhookSender;
  bridge: MqttBridge;
  reach: Reach;
  relay: MachineRelay;
  tracing: Tracing | undefined;
  registry: BoardRegistry;
  identity: Identity;
  displays: Displays;
  cheers: CheerDesk;
  backups: BackupSchedule | undefined;
  clock: Clock;
  log: HttpOptions['log'];
}

interface Face {
  http: Api;
  gateway: Gateway;
  crew: Crew | undefined;
}

function placeOfPeople({ DATABASE_URL: url, DATA_DIR: dataDir }: Environment): StorePlace {
  return url === undefined ? { kind: 'folder', dataDir } : { kind: 'postgres', url };
}

async function openFoundation(config: Environment, parts: Partial<Parts>): Promise<Foundation> {
  const { clock = systemClock, log = pino({ level: config.LOG_LEVEL }) } = parts;
  const { dist = builtClient } = parts;
  const { DATA_DIR: dataDir, DATABASE_URL: databaseUrl, REDIS_URL: url } = config;
  const tracing = await openTracing(config.OTEL_EXPORTER_OTLP_ENDPOINT, log);
  const kept = parts.ledger ?? (await createLedger({ dataDir, databaseUrl, log }));
  const ledger = tracing?.ledger(kept) ?? kept;
  const uploads = await createUploads({ dataDir, databaseUrl, log });
  const shelf = await createShelf({ dataDir, databaseUrl, log });
  const acts = await createOrigins({ dataDir, databaseUrl, log });
  const origins = new OriginDesk({ origins: acts, log });
  const relay = new MachineRelay(await createRelay({ url, log }), log);
  const told = tracing?.relay(relay) ?? relay;
  const registry = new BoardRegistry({ ledger, relay: told, clock, log });
  tracing?.follow(registry);
  const tokenUses = new TokenUses({ shelf, clock, log });
  const identity = await Identity.open({
    ledger,
    relay,
    clock,
    log,
    place: parts.people ?? placeOfPeople(config),
    stewardToken: config.STEWARD_TOKEN,
    provider: providerOf(config),
    tokens: {
      find: (board, id) => registry.get(board)?.state.books.machines.tokens.get(id),
      noteUse: (board, id) => tokenUses.note(board, id),
    },
    signedInDaysOf: (person) => signedInDaysOf(person, registry.all()),
  });
  const displays = new Displays({ relay, clock, build: await buildOf(dist) });
  const cheers = new CheerDesk({ boards: registry, relay, clock, log });
  const presses = openPresses();
  const backups = scheduleOf({ config, ledger, uploads, identity, shelf, clock, log });
  const live = { registry, identity, displays, cheers, backups };
  const { PUBLIC_URL: publicUrl, WEBHOOK_RANGES: ranges = [] } = config;
  const reach = createReach(ranges);
  const webhooks = new WebhookSender({ boards: registry, shelf, reach, clock, log, publicUrl });
  const feeds = { url: config.MQTT_URL, boards: registry, ledger, shelf, clock, log };
  const machines = { shelf, origins, tokenUses, webhooks, reach, bridge: new MqttBridge(feeds) };
  return { config, presses, ledger, uploads, ...machines, relay, tracing, ...live, clock, log };
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

async function buildFace(
  foundation: Foundation,
  departure: Departure,
  parts: Partial<Parts>,
): Promise<Face> {
  const { dist = builtClient, limits = {} } = parts;
  const { config, presses, registry, ledger, uploads, identity, displays, clock, log } = foundation;
  const live: { gateway?: Gateway } = {};
  const measures = new Measures({
    boards: () => registry.all(),
    gateway: () => live.gateway?.stats(),
    isReady: () => !departure.isAnnounced && registry.problems().length === 0,
    isRelayHealthy: () => registry.degradations().length === 0,
  });
  registry.onEvent((event) => {
    // Anyone may read the measures, so they count what everybody sees.
    if (event.kind === 'applied' && event.sight === 'public')
      measures.countHappenings(event.happenings);
  });
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
  };
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

/** Backups by the configuration; none where no folder is named. */
function scheduleOf({
  config,
  ledger,
  uploads,
  identity,
  shelf,
  clock,
  log,
}: Pick<Foundation, 'config' | 'ledger' | 'uploads' | 'identity' | 'shelf' | 'clock' | 'log'>):
  | BackupSchedule
  | undefined {
  const { BACKUP_DIR: folder, BACKUP_EVERY_HOURS: everyHours, BACKUP_KEEP: keep } = config;
  if (folder === undefined) return undefined;
  const options = { folder, everyHours, keep, recipient: config.BACKUP_RECIPIENT };
  const beside = { people: identity.archive, shelf };
  return new BackupSchedule({ ledger, uploads, beside }, options, { clock, log });
}

/** The board that the banner leads to: the demo, or else the first that anyone may see. */
function boardToShow(registry: BoardRegistry): string | undefined {
  const seen = registry.all().filter(({ state }) => state.info?.visibility === 'public');
  return (seen.find(({ state }) => state.info?.demo) ?? seen[0])?.board;
}

/** Assembles a server; the only place that names concrete classes. It does not listen yet. */
export async function createApp(config: Environment, parts: Partial<Parts> = {}): Promise<App> {
  const foundation = await openFoundation(config, parts);
  const { registry, relay, ledger, uploads, clock, log } = foundation;
  const departure = new Departure();
  const { http, gateway, crew } = await buildFace(foundation, departure, parts);
  const drain = new Drain(http.server, parts.graceMs);
  const clerk = new Clerk({ boards: registry, clock, log });
  const { origins } = foundation;
  const tidying = createTidying({ boards: registry, origins, ledger, uploads, clock, log });
  let setupToken: string | undefined;
  let demo: Demo | undefined;

  const listen = async (): Promise<Listening> => {
    await registry.start();
    clerk.start();
    tidying.start();
    foundation.cheers.start();
    foundation.webhooks.start();
    foundation.bridge.start();
    demo = startDemo({ registry, ledger, config, clock, log });
    await demo.opened;
    await crew?.start();
    foundation.backups?.start();
    await http.listen({ host: config.HOST, port: config.PORT });
    if (config.STEWARD_TOKEN === undefined) setupToken = await offerSetup(ledger, clock);
    // A TCP server that listens has an address with a port.
    const address = http.server.address() as AddressInfo;
    const { origin, others } = originsOf(config.HOST, address, config.PUBLIC_URL);
    const { origin: url } = originsOf(config.HOST, address, undefined);
    return { url, origin, others, board: boardToShow(registry), setupToken };
  };

  const close = async (): Promise<void> => {
    const leaveMs = config.LEAVE_SECONDS * 1000;
    await departure.announce(leaveMs);
    const answered = drain.cutWhenAnswered(answerDeadlineMs - leaveMs);
    await Promise.all([http.close(), gateway.close(), answered, demo?.stop(), clerk.stop()]);
    await Promise.all([foundation.webhooks.stop(), foundation.bridge.stop()]);
    await foundation.backups?.stop();
    if (setupToken !== undefined) await takeSetup(ledger, clock, setupToken).catch(() => false);
    await Promise.all(Object.values(foundation.presses).map((press) => press.close()));
    await foundation.cheers.close();
    await tidying.stop();
    await registry.close();
    foundation.displays.close();
    await foundation.identity.close();
    await relay.close();
    await uploads.close();
    await foundation.origins.close();
    await foundation.shelf.close();
    await ledger.close();
    await foundation.tracing?.close();
  };
  return { listen, close };
}
