import { recordingLog } from '../testing/recording-log.ts';
import { relayContract } from '../testing/contract.ts';
import { LocalHub } from './hub.ts';
import { createLocalRelay } from './local-relay.ts';

relayContract('local', async (count) => {
  const hub = new LocalHub();
  return Array.from({ length: count }, () => createLocalRelay({ log: recordingLog(), hub }));
});
