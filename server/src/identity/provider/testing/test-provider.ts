import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Said } from './provider-process.ts';

const script = fileURLToPath(new URL('./provider-process.ts', import.meta.url));

/** A provider that runs beside the test. */
export class TestProvider {
  readonly issuer: string;
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess, issuer: string) {
    this.#process = process;
    this.issuer = issuer;
  }

  static async start(): Promise<TestProvider> {
    const child = fork(script, { stdio: 'ignore' });
    const [told] = (await once(child, 'message')) as [{ issuer: string }];
    return new TestProvider(child, told.issuer);
  }

  /** Tells it where answers go, or in which groups somebody is from now on. */
  async tell(said: Said): Promise<void> {
    const done = once(this.#process, 'message');
    this.#process.send(said);
    await done;
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.kill();
    await ended;
  }
}
