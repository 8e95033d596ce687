import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../board/clock.ts';
import { createSecret, digest, isSameSecret } from '../identity/secret.ts';
import type { Shelf } from './shelf.ts';

/** RFC 8628: a code lives ten minutes, and is asked about every few seconds. */
export const codeMs = 600_000;
export const pollSeconds = 3;
/** Codes that nobody asked about any more are looked for this often at most. */
const sweepMs = 60_000;

/** Letters that no one takes for another (RFC 8628, 6.1). */
const letters = 'BCDFGHJKLMNPQRSTVWXZ';

const askingSchema = z.object({
  code: z.string(),
  hash: z.string(),
  /** The board it is to show; where it named none, that of the steward who decided. */
  board: z.string().optional(),
  display: z.string().optional(),
  screen: z.object({ width: z.int(), height: z.int() }).optional(),
  device: z.string(),
  address: z.string(),
  askedAt: z.string(),
  expiresAt: z.string(),
  /** What a steward decided, and in whose name. */
  decided: z
    .object({
      isApproved: z.boolean(),
      name: z.string(),
      actor: z.string(),
      playlist: z.string().nullable().optional(),
      /** From where it was decided: the token that is made later is the same steward's act. */
      origin: z.object({ address: z.string(), agent: z.string() }).optional(),
    })
    .optional(),
});
/** A display that asks to be admitted. */
export type Asking = z.infer<typeof askingSchema>;

export type Poll =
  | { kind: 'pending' | 'denied' | 'expired' | 'too-soon' }
  | { kind: 'approved'; asking: Asking };

function createCode(): string {
  const pick = () => letters[randomInt(letters.length)] ?? '';
  const four = () => Array.from({ length: 4 }, pick).join('');
  return `${four()}-${four()}`;
}

/** As people type it: small letters, without the dash. */
export function readCode(typed: string): string {
  const plain = typed.toUpperCase().replaceAll(/[^A-Z]/g, '');
  return `${plain.slice(0, 4)}-${plain.slice(4)}`;
}

/** Displays that ask, and what stewards say to them; on the shelf, so that any node answers. */
export class ScreenDesk {
  readonly #deps: { shelf: Shelf; clock: Clock };
  #sweptAt = 0;

  constructor(deps: { shelf: Shelf; clock: Clock }) {
    this.#deps = deps;
  }

  /** The device code has the user code in it and a secret behind it: it is found without a search. */
  async ask(
    from: Pick<Asking, 'board' | 'display' | 'screen' | 'device' | 'address'>,
  ): Promise<{ asking: Asking; deviceCode: string }> {
    const now = this.#deps.clock.now();
    await this.#sweep(now);
    const secret = createSecret();
    const asking: Asking = {
      ...from,
      code: createCode(),
      hash: digest(secret),
      askedAt: new Date(now).toISOString(),
      expiresAt: new Date(now + codeMs).toISOString(),
    };
    await this.#keep(asking);
    return { asking, deviceCode: `${asking.code}.${secret}` };
  }

  /** A code that waits for a decision and that a steward of this board may take. */
  async find(board: string, code: string): Promise<Asking | undefined> {
    const asking = await this.#find(code);
    const isOpen = asking && (asking.board ?? board) === board && asking.decided === undefined;
    return isOpen && !this.#isOver(asking) ? asking : undefined;
  }

  async decide(
    asking: Asking,
    board: string,
    decided: NonNullable<Asking['decided']>,
  ): Promise<void> {
    await this.#keep({ ...asking, board, decided });
  }

  /** What became of it. An approval is handed out once: whoever takes it must use it. */
  async poll(deviceCode: string): Promise<Poll> {
    const [code = '', secret = ''] = deviceCode.split('.');
    const asking = await this.#find(code);
    if (!asking || !isSameSecret(digest(secret), asking.hash)) return { kind: 'expired' };
    if (this.#isOver(asking)) {
      await this.#forget(code);
      return { kind: 'expired' };
    }
    if (await this.#isTooSoon(code)) return { kind: 'too-soon' };
    if (!asking.decided) return { kind: 'pending' };
    const taken = await this.#deps.shelf.take('screen-code', '', code);
    if (taken === undefined) return { kind: 'expired' };
    await this.#deps.shelf.remove('screen-poll', '', code);
    return asking.decided.isApproved ? { kind: 'approved', asking } : { kind: 'denied' };
  }

  /** What could not be used after all waits again. */
  giveBack(asking: Asking): Promise<void> {
    return this.#keep(asking);
  }

  #isOver({ expiresAt }: Asking): boolean {
    return this.#deps.clock.now() >= Date.parse(expiresAt);
  }

  /** Who is faster than told is told to slow down, whichever node it asks: all of them know. */
  async #isTooSoon(code: string): Promise<boolean> {
    const { shelf, clock } = this.#deps;
    const now = clock.now();
    const before = await shelf.find('screen-poll', '', code);
    await shelf.put('screen-poll', '', code, String(now));
    return before !== undefined && now - Number(before) < pollSeconds * 1000;
  }

  /** Screens that were switched off never ask what became of their code. */
  async #sweep(now: number): Promise<void> {
    if (now - this.#sweptAt < sweepMs) return;
    this.#sweptAt = now;
    const kept = await this.#deps.shelf.all('screen-code', '');
    for (const { id, text } of kept) {
      const read = askingSchema.safeParse(JSON.parse(text));
      if (!read.success || this.#isOver(read.data)) await this.#forget(id);
    }
  }

  async #forget(code: string): Promise<void> {
    await this.#deps.shelf.remove('screen-code', '', code);
    await this.#deps.shelf.remove('screen-poll', '', code);
  }

  async #find(code: string): Promise<Asking | undefined> {
    const text = await this.#deps.shelf.find('screen-code', '', code);
    return text === undefined ? undefined : askingSchema.parse(JSON.parse(text));
  }

  #keep(asking: Asking): Promise<void> {
    return this.#deps.shelf.put('screen-code', '', asking.code, JSON.stringify(asking));
  }
}
