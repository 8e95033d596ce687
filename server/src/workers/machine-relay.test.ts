import { relayContract } from '../relay/testing/contract.ts';
import { recordingLog } from '../relay/testing/recording-log.ts';
import { createLocalRelay } from '../relay/local/local-relay.ts';
import type { Relay } from '../relay/relay.ts';
import { MachineRelay } from './machine-relay.ts';
import { WriterLine } from './writer-line.ts';

/** A worker on a channel without a process; the channel carries in a later turn, and in order. */
function attachWorker(machine: MachineRelay): Relay {
  const log = recordingLog();
  const line = new WriterLine((message) => {
    if (message.kind === 'relay') setImmediate(() => attached.hear(message.message));
  }, log);
  const attached = machine.attach((message) =>
    setImmediate(() => line.hear({ kind: 'relay', message })),
  );
  const close = async () => {
    attached.detach();
    await line.relay.close();
  };
  return { ...line.relay, close };
}

relayContract('a writer and its workers', async (count) => {
  const log = recordingLog();
  const machine = new MachineRelay(createLocalRelay({ log }), log);
  const workers = Array.from({ length: count - 1 }, () => attachWorker(machine));
  return [machine, ...workers];
});

relayContract('workers of one writer', async (count) => {
  const log = recordingLog();
  const machine = new MachineRelay(createLocalRelay({ log }), log);
  return Array.from({ length: count }, () => attachWorker(machine));
});
