import type { BoardClient } from '@emulation/client-sdk';

/** Options as they were typed, by name. */
export type Options = Readonly<Record<string, string | boolean | undefined>>;

export interface Talk {
  /** What was asked for, for files and pipes. */
  out(text: string): void;
  /** What a person wants to know beside it. */
  say(text: string): void;
}

export interface Run {
  client: BoardClient;
  words: readonly string[];
  options: Options;
  talk: Talk;
}

export interface Command {
  /** Of the words behind its name, such as `BOARD FILE`. */
  usage: string;
  summary: string;
  /** By name; those that take a value say what. */
  options: Readonly<Record<string, { value?: string; about: string }>>;
  run(run: Run): Promise<number>;
}

/** What was typed is not enough, or too much: told with the usage, exit 2. */
export class UsageFault extends Error {}

export function wordAt({ words }: Run, at: number, name: string): string {
  const word = words[at];
  if (word === undefined) throw new UsageFault(`${name} is missing`);
  return word;
}

export function textOf(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

export function needed(options: Options, name: string): string {
  const value = textOf(options, name);
  if (value === undefined) throw new UsageFault(`--${name} is missing`);
  return value;
}
