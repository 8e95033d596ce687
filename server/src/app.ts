import type { AddressInfo } from 'node:net';
import { originsOf } from './addresses.ts';
import type { Welcome } from './banner.ts';
import { Clerk } from './board/clerk.ts';
import { BoardRegistry } from './board/registry.ts';
import type { Environment } from './config/config.ts';
import { startDemo, type Demo } from './demo/demo.ts';
import { Departure } from './http/departure.ts';
import { Drain } from './http/drain.ts';
import { offerSetup, takeSetup } from './identity/setup-link.ts';
import { createTidying } from './tidying.ts';
import { buildFace } from './face.ts';
import { closeFoundation, openFoundation, type Parts } from './foundation.ts';

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

/** Whoever is still being answered after this is cut, so that the process ends in time. */
const answerDeadlineMs = 7000;

/** The board that the banner leads to: the demo, or else the first that anyone may see. */
function boardToShow(registry: BoardRegistry): string | undefined {
  const seen = registry.all().filter(({ state }) => state.info?.visibility === 'public');
  return (seen.find(({ state }) => state.info?.demo) ?? seen[0])?.board;
}

/** Assembles a server; the only place that names concrete classes. It does not listen yet. */
export async function createApp(config: Environment, parts: Partial<Parts> = {}): Promise<App> {
  const foundation = await openFoundation(config, parts);
  const { registry, ledger, uploads, clock, log } = foundation;
  const departure = new Departure();
  const { http, gateway, crew } = await buildFace(foundation, departure, parts.limits);
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
    await tidying.stop();
    await closeFoundation(foundation);
  };
  return { listen, close };
}
