import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { CheerDesk } from './cheers/cheer-desk.ts';
import type { Clock } from './board/clock.ts';
import { BoardRegistry } from './board/registry.ts';
import type { Environment } from './config/config.ts';
import { providerOf } from './config/provider.ts';
import { Displays } from './displays/displays.ts';
import type { GatewayLimits } from './gateway/limits.ts';
import { buildOf } from './http/build.ts';
import { type HttpOptions } from './http/http.ts';
import { signedInDaysOf } from './identity/signed-in-days.ts';
import { Identity } from './identity/identity.ts';
import type { StorePlace } from './identity/store/database.ts';
import { BackupSchedule } from './backup/schedule.ts';
import { createLedger } from './ledger/create-ledger.ts';
import type { Ledger } from './ledger/ledger.ts';
import { createRelay } from './relay/create-relay.ts';
import { MqttBridge } from './mqtt/bridge.ts';
import { Press } from './outlets/press/press.ts';
import type { PreviewJob } from './outlets/preview/preview.ts';
import type { WorkbookFile } from './import/workbook.ts';
import type { SheetCell, SheetJob } from './outlets/workbook/workbook.ts';
import { createOrigins } from './audit/create-origins.ts';
import { OriginDesk } from './audit/origin-desk.ts';
import { createShelf } from './machines/create-shelf.ts';
import type { Shelf } from './machines/shelf.ts';
import { TokenUses } from './machines/token-uses.ts';
import { createUploads } from './uploads/create-uploads.ts';
import type { Uploads } from './uploads/uploads.ts';
import { createReach, type Reach } from './webhooks/reach.ts';
import { WebhookSender } from './webhooks/sender.ts';
import { MachineRelay } from './workers/machine-relay.ts';
import { openTracing } from './tracing/open-tracing.ts';
import type { Tracing } from './tracing/tracing.ts';

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

/** What stands under the HTTP server and the live connections of one node. */
export interface Foundation {
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
  /** The built client. */
  dist: string;
  clock: Clock;
  log: HttpOptions['log'];
}

function placeOfPeople({ DATABASE_URL: url, DATA_DIR: dataDir }: Environment): StorePlace {
  return url === undefined ? { kind: 'folder', dataDir } : { kind: 'postgres', url };
}

/** Who people and machines are, on the boards of this node. */
function openIdentity({
  config,
  registry,
  tokenUses,
  ...rest
}: Pick<Foundation, 'config' | 'ledger' | 'relay' | 'registry' | 'tokenUses' | 'clock' | 'log'> & {
  place: StorePlace;
}): Promise<Identity> {
  return Identity.open({
    ...rest,
    stewardToken: config.STEWARD_TOKEN,
    provider: providerOf(config),
    tokens: {
      find: (board, id) => registry.get(board)?.state.books.machines.tokens.get(id),
      noteUse: (board, id) => tokenUses.note(board, id),
    },
    signedInDaysOf: (person) => signedInDaysOf(person, registry.all()),
  });
}

/** Opens stores, relay and boards by the configuration; nothing runs yet. */
export async function openFoundation(
  config: Environment,
  parts: Partial<Parts>,
): Promise<Foundation> {
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
  const place = parts.people ?? placeOfPeople(config);
  const identity = await openIdentity({
    config,
    ledger,
    relay,
    registry,
    tokenUses,
    clock,
    log,
    place,
  });
  const displays = new Displays({ relay, clock, build: await buildOf(dist) });
  const cheers = new CheerDesk({ boards: registry, relay, clock, log });
  const presses = openPresses();
  const backups = scheduleOf({ config, ledger, uploads, identity, shelf, clock, log });
  const { PUBLIC_URL: publicUrl, WEBHOOK_RANGES: ranges = [] } = config;
  const reach = createReach(ranges);
  const webhooks = new WebhookSender({ boards: registry, shelf, reach, clock, log, publicUrl });
  const feeds = { url: config.MQTT_URL, boards: registry, ledger, shelf, clock, log };
  const machines = { tokenUses, webhooks, reach, bridge: new MqttBridge(feeds) };
  const stores = { ledger, uploads, shelf, origins };
  const live = { relay, registry, identity, displays, cheers, backups };
  return { config, dist, presses, tracing, ...stores, ...machines, ...live, clock, log };
}

/** What writes last is closed last. */
export async function closeFoundation(foundation: Foundation): Promise<void> {
  await Promise.all(Object.values(foundation.presses).map((press) => press.close()));
  await foundation.cheers.close();
  await foundation.registry.close();
  foundation.displays.close();
  await foundation.identity.close();
  await foundation.relay.close();
  await foundation.uploads.close();
  await foundation.origins.close();
  await foundation.shelf.close();
  await foundation.ledger.close();
  await foundation.tracing?.close();
}
