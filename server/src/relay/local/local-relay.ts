import type { Log } from '../../log.ts';
import { Listeners } from '../listeners.ts';
import type { Relay, RelayMessage } from '../relay.ts';
import { LocalHub } from './hub.ts';

/** The relay of a node that is alone; with a shared hub, of several nodes in one process. */
export function createLocalRelay(deps: { log: Log; hub?: LocalHub }): Relay {
  const hub = deps.hub ?? new LocalHub();
  const listeners = new Listeners(deps.log);
  const member = {};
  hub.join(member, (message) => listeners.tell(message));
  return {
    publish: (message: RelayMessage) => hub.tellOthers(member, message),
    subscribe: (listener) => listeners.add(listener),
    healthy: () => true,
    close: async () => {
      hub.leave(member);
      listeners.clear();
    },
  };
}
