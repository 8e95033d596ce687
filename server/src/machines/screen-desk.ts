import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../board/clock.ts';
import { createSecret, digest, isSameSecret } from '../identity/secret.ts';
import type { Shelf } from './shelf.ts';

/** RFC 8628: a code lives ten minutes, and is asked about every few seconds. */
export const codeMs = 600_000;
export const pollSeconds = 3;

/** Letters that no one takes for another (RFC 8628, 6.1). */
const letters = 'BCDFGHJKLMNPQRSTVWXZ';

const askingSchema = z.object({
  code: z.string(),
  hash: z.string(),
  board: z.string(),
  display: z.string().optional(),
  device: z.string(),
  address: z.string(),
  askedAt: z.string(),
  expiresAt: z.string(),
  /** What a steward decided, and in whose name. */
  decided: z.object({ isApproved: z.boolean(), name: z.string(), actor: z.string() }).optional(),
});
/** A display that asks to be admitted. */
export type Asking = z.infer<typeof askingSchema>;

export type Poll =
  { kind: 'pending' | 'denied' | 'expired' } | { kind: 'approved'; asking: Asking };

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

  constructor(deps: { shelf: Shelf; clock: Clock }) {
    this.#deps = deps;
  }

  /** The device code has the user code in it and a secret behind it: it is found without a search. */
  async ask(
    from: Pick<Asking, 'board' | 'display' | 'device' | 'address'>,
  ): Promise<{ asking: Asking; deviceCode: string }> {
    const now = this.#deps.clock.now();
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

  /** A code that waits for a decision on this board. */
  async find(board: string, code: string): Promise<Asking | undefined> {
    const asking = await this.#find(code);
    const isOpen = asking && asking.board === board && asking.decided === undefined;
    return isOpen && !this.#isOver(asking) ? asking : undefined;
  }

  async decide(asking: Asking, decided: NonNullable<Asking['decided']>): Promise<void> {
    await this.#keep({ ...asking, decided });
  }

  /** What became of it. An approval is handed out once: whoever takes it must use it. */
  async poll(deviceCode: string): Promise<Poll> {
    const [code = '', secret = ''] = deviceCode.split('.');
    const asking = await this.#find(code);
    if (!asking || !isSameSecret(digest(secret), asking.hash)) return { kind: 'expired' };
    if (this.#isOver(asking)) {
      await this.#deps.shelf.remove('screen-code', '', code);
      return { kind: 'expired' };
    }
    if (!asking.decided) return { kind: 'pending' };
    const taken = await this.#deps.shelf.take('screen-code', '', code);
    if (taken === undefined) return { kind: 'expired' };
    return asking.decided.isApproved ? { kind: 'approved', asking } : { kind: 'denied' };
  }

  /** What could not be used after all waits again. */
  giveBack(asking: Asking): Promise<void> {
    return this.#keep(asking);
  }

  #isOver({ expiresAt }: Asking): boolean {
    return this.#deps.clock.now() >= Date.parse(expiresAt);
  }

  async #find(code: string): Promise<Asking | undefined> {
    const text = await this.#deps.shelf.find('screen-code', '', code);
    return text === undefined ? undefined : askingSchema.parse(JSON.parse(text));
  }

  #keep(asking: Asking): Promise<void> {
    return this.#deps.shelf.put('screen-code', '', asking.code, JSON.stringify(asking));
  }
}
