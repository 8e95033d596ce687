import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { Redis } from 'ioredis';

/** A Redis of the test's own, to be stopped, killed and started again on the same port. */
export class RedisProcess {
  readonly port: number;
  #child: ChildProcess | undefined;

  constructor(port: number) {
    this.port = port;
  }

  static async onFreePort(): Promise<RedisProcess> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    // A listening TCP server has an address object.
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    return new RedisProcess(port);
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(...more: readonly string[]): Promise<void> {
    const kept = ['--save', '', '--appendonly', 'no'];
    const child = spawn(
      'redis-server',
      ['--port', String(this.port), '--bind', '127.0.0.1', ...kept, ...more],
      { cwd: tmpdir(), stdio: ['ignore', 'pipe', 'inherit'] },
    );
    this.#child = child;
    // `stdio` above pipes the output.
    for await (const chunk of child.stdout) {
      if (String(chunk).includes('Ready to accept connections')) break;
    }
  }

  stop(): void {
    this.#child?.kill('SIGSTOP');
  }

  resume(): void {
    this.#child?.kill('SIGCONT');
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  /** Closes every subscription from Redis' side; how many there were. */
  async killSubscriptions(): Promise<number> {
    return this.call<number>('CLIENT', 'KILL', 'TYPE', 'pubsub');
  }

  /** What it answers to a command. */
  async call<T>(command: string, ...rest: string[]): Promise<T> {
    const admin = new Redis(this.url, { retryStrategy: () => null });
    admin.on('error', () => undefined);
    try {
      // The caller knows the command's answer.
      return (await admin.call(command, ...rest)) as T;
    } finally {
      admin.disconnect();
    }
  }
}
