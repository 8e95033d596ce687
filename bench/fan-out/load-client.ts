import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const folder = mkdtempSync(join(tmpdir(), 'board-bench-tools-'));

/** Compiles a program of `bench/tools` with the machine's C compiler and answers with its path. */
export function compileTool(name: 'floor' | 'wsload'): string {
  const source = new URL(`../tools/${name}.c`, import.meta.url).pathname;
  const program = join(folder, name);
  execFileSync('cc', ['-O2', '-o', program, source]);
  return program;
}

export interface Heard {
  deliveries: number;
  missing: number;
  /** Median over the broadcasts of when the last client had it, ms. */
  lastMs: number;
}

export interface Clients {
  /** When every broadcast came to every client, or none has come for a while. */
  heard: Promise<Heard>;
  close(): Promise<void>;
}

interface Done {
  deliveries: number;
  missing: number;
  last_us: { p50: number };
}

/** Opens connections with the load client, which costs little beside the server that is measured. */
export async function openClients(
  program: string,
  target: readonly string[],
  { connections, broadcasts }: { connections: number; broadcasts: number },
): Promise<Clients> {
  const counts = [
    '-n',
    `${connections}`,
    '-b',
    `${broadcasts}`,
    '-a',
    '4',
    '-i',
    '20000',
    '-d',
    '120',
  ];
  const child = spawn(program, [...target, ...counts, '-m', '"value":"', '-k'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const line = (word: string) =>
    new Promise<string>((resolve, reject) => {
      lines.on('line', (text) => text.startsWith(word) && resolve(text.slice(word.length)));
      child.once('exit', (code) => reject(new Error(`the load client left with ${code}`)));
    });
  const heard = line('DONE ').then((text): Heard => {
    const { deliveries, missing, last_us: last } = JSON.parse(text) as Done;
    return { deliveries, missing, lastMs: last.p50 / 1000 };
  });
  heard.catch(() => undefined);
  await line('READY ');
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { heard, close };
}
