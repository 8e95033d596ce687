import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Clock } from '../board/clock.ts';
import type { Log } from '../log.ts';
import { packParts } from './archive.ts';
import { collectBackup, planBackup, type BackupSource } from './collect.ts';
import { encryptTo } from './encryption.ts';

export interface ScheduleOptions {
  folder: string;
  everyHours: number;
  /** How many are kept; the oldest go. */
  keep: number;
  recipient: string | undefined;
}

const lookMs = 60_000;
const ownName = /^emulation-board-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.tar(?:\.age)?$/;

export function backupName(now: number, isEncrypted: boolean): string {
  const time = `${new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
  return `emulation-board-${time}.tar${isEncrypted ? '.age' : ''}`;
}

function timeOf(name: string): number {
  const [, day, hours, minutes, seconds] = ownName.exec(name) ?? [];
  return Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`);
}

/** Backups of the running server into a folder, by the configuration, and the oldest away. */
export class BackupSchedule {
  readonly #source: BackupSource;
  readonly #options: ScheduleOptions;
  readonly #clock: Clock;
  readonly #log: Log;
  #timer: ReturnType<typeof setInterval> | undefined;
  #running: Promise<void> | undefined;
  #fault: string | undefined;

  constructor(
    source: BackupSource,
    options: ScheduleOptions,
    { clock, log }: { clock: Clock; log: Log },
  ) {
    this.#source = source;
    this.#options = options;
    this.#clock = clock;
    this.#log = log;
  }

  /** Why the last one failed; told as a degradation, for the board serves without it. */
  get problem(): string | undefined {
    return this.#fault;
  }

  start(): void {
    void this.look();
    this.#timer = setInterval(() => void this.look(), lookMs);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  /** Makes a backup when one is due; one at a time. */
  look(): Promise<void> {
    this.#running ??= this.#runWhenDue()
      .then(() => (this.#fault = undefined))
      .catch((err: unknown) => {
        const why = err instanceof Error ? err.message : String(err);
        if (this.#fault === undefined) this.#log.error({ err }, 'the scheduled backup failed');
        this.#fault = `the scheduled backup failed: ${why}`;
      })
      .then(() => (this.#running = undefined));
    return this.#running;
  }

  async #runWhenDue(): Promise<void> {
    const { folder, everyHours } = this.#options;
    await mkdir(folder, { recursive: true });
    const made = await this.#made();
    const last = made.at(-1);
    const age = last === undefined ? Infinity : this.#clock.now() - timeOf(last);
    if (age < everyHours * 3_600_000) return;
    await this.#make();
    await this.#dropOldest();
  }

  /** Names of the backups here, the oldest first; nothing else in the folder is touched. */
  async #made(): Promise<string[]> {
    const names = await readdir(this.#options.folder);
    return names.filter((name) => ownName.test(name)).sort();
  }

  /** Written beside its place and moved there when it is whole and on the disk. */
  async #make(): Promise<void> {
    const { folder, recipient } = this.#options;
    const now = this.#clock.now();
    const path = join(folder, backupName(now, recipient !== undefined));
    const draft = `${path}.part`;
    const people = recipient !== undefined;
    const manifest = await planBackup(this.#source, { at: new Date(now).toISOString(), people });
    const plain = packParts(collectBackup(this.#source, manifest));
    try {
      const body = recipient === undefined ? plain : await encryptTo(recipient, plain);
      await pipeline(body, createWriteStream(draft));
      const file = await open(draft, 'r+');
      try {
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
      this.#log.info({ path, boards: manifest.boards.length }, 'backed up');
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  async #dropOldest(): Promise<void> {
    const { folder, keep } = this.#options;
    const made = await this.#made();
    for (const name of made.slice(0, Math.max(0, made.length - keep)))
      await rm(join(folder, name), { force: true });
  }
}
