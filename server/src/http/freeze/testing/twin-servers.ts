import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { boardAnswerSchema, pictureAnswerSchema, viewedTopics, type Fact } from '@emulation/shared';
import sharp from 'sharp';
import type { Draft } from '../../../ledger/ledger.ts';
import { MemoryLedger } from '../../../ledger/memory/memory-ledger.ts';
import {
  read,
  stewardToken,
  TestServer,
  type Answered,
  type Call,
} from '../../testing/test-server.ts';

/** A ledger whose boards begin in one and the same epoch: two of them can hold the same bytes. */
class SameEpochLedger extends MemoryLedger {
  override open(board: string, _: string, draft: Draft): Promise<'opened' | 'exists'> {
    return super.open(board, '7d1f4c8e-0000-4000-8000-000000000000', draft);
  }
}

/** Links in feeds are whole addresses; both servers have the same. */
const env = { PUBLIC_URL: 'https://board.example' };
const ownFolder = () => mkdtempSync(join(tmpdir(), 'board-twin-data-'));

/** In place of a first view: every row and happening that one could be made of. */
const firstView = `
const topics = ${JSON.stringify(viewedTopics.filter((topic) => !topic.endsWith(':')))};
export const languageOf = () => 'en';
export const renderFirst = async ({ search, epoch, seq, rowsOf, happenings }) => ({
  html: '',
  data: JSON.stringify({
    search, epoch, seq, happenings,
    rows: topics.map((topic) => [topic, [...(rowsOf(topic) ?? [])]]),
  }),
  dir: 'ltr',
});`;

/** Pages as the build makes them, in short: what a page says of itself is public, too. */
function makePages(): string {
  const dist = mkdtempSync(join(tmpdir(), 'board-twin-'));
  for (const folder of ['.vite', '.first', 'assets']) mkdirSync(join(dist, folder));
  const page = '<html lang="en"><head><title></title></head><div id="root"></div></html>';
  for (const name of ['index.html', 'frame.html']) writeFileSync(join(dist, name), page);
  writeFileSync(join(dist, '.vite/manifest.json'), '{}');
  writeFileSync(join(dist, '.first/render.js'), firstView);
  writeFileSync(join(dist, '.first/package.json'), '{"type":"module"}');
  return dist;
}
const dist = makePages();

/** Every change is told in its own turn, so that what is said does not depend on a timer. */
const limits = { patchGapMs: 0, digestGapMs: 0 };

/** A server of its own with the ledger below it. */
export class Twin {
  readonly server: TestServer;
  readonly #ledger: SameEpochLedger;

  private constructor(server: TestServer, ledger: SameEpochLedger) {
    this.server = server;
    this.#ledger = ledger;
  }

  static async start(): Promise<Twin> {
    const ledger = new SameEpochLedger();
    return new Twin(
      await TestServer.start({ ...env, DATA_DIR: ownFolder() }, { ledger, dist, limits }),
      ledger,
    );
  }

  /** As another node of the same ledger would: the server hears of it when it looks. */
  async append(...facts: Fact[]): Promise<void> {
    const at = new Date(this.server.clock.now()).toISOString();
    const drafts = facts.map((fact): Draft => ({ fact, actor: 'steward:token', at }));
    const outcome = await this.#ledger.append({ board: 'works', drafts, onRepeat: 'refuse' });
    if (outcome.kind !== 'appended') throw new Error(outcome.kind);
    const last = outcome.entries.at(-1)?.seq ?? 0;
    while (read(boardAnswerSchema, await this.server.board('/works')).seq < last) await delay(20);
  }
}

/** Two servers: on `whole` everything is posted, on `seen` only what everybody may see. */
export class TwinServers {
  readonly whole: Twin;
  readonly seen: Twin;

  private constructor(whole: Twin, seen: Twin) {
    this.whole = whole;
    this.seen = seen;
  }

  static async start(): Promise<TwinServers> {
    const [whole, seen] = await Promise.all([Twin.start(), Twin.start()]);
    return new TwinServers(whole, seen);
  }

  get both(): [Twin, Twin] {
    return [this.whole, this.seen];
  }

  async close(): Promise<void> {
    await Promise.all(this.both.map(({ server }) => server.close()));
  }

  advance(ms: number): void {
    for (const { server } of this.both) server.clock.advance(ms);
  }

  /** Done by a steward on both, a second later than what came before. */
  async call(path: string, call: Call): Promise<[Answered, Answered]> {
    this.advance(1000);
    return [await succeed(this.whole, path, call), await succeed(this.seen, path, call)];
  }

  /** Done by a steward where the freeze hides it, at the very same time. */
  hide(path: string, call: Call): Promise<Answered> {
    return succeed(this.whole, path, call);
  }

  /** Uploaded where the freeze hides what shows it; its id. */
  async picture(): Promise<string> {
    const png = sharp({ create: { width: 40, height: 30, channels: 3, background: '#c02020' } });
    const bytes = await png.png().toBuffer();
    const { url } = this.whole.server.listening;
    const answer = await fetch(`${url}/api/v1/boards/works/pictures`, {
      method: 'POST',
      headers: { 'content-type': 'image/png', authorization: `Bearer ${stewardToken}` },
      body: new Uint8Array(bytes),
    });
    return pictureAnswerSchema.parse(await answer.json()).id;
  }

  async append(...facts: Fact[]): Promise<void> {
    this.advance(1000);
    for (const twin of this.both) await twin.append(...facts);
  }
}

async function succeed({ server }: Twin, path: string, call: Call): Promise<Answered> {
  const answer = await server.board(`/works${path}`, call);
  if (answer.status >= 300) throw new Error(`${path} ${answer.status} ${answer.text}`);
  return answer;
}
