import type { ChildProcess } from 'node:child_process';

export interface Service {
  url: string;
  child: ChildProcess;
  /** What makes it leave at once. */
  stopSignal: NodeJS.Signals;
}
