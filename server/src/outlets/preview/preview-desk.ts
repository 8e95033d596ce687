import { createHash } from 'node:crypto';
import { Refusal } from '../../errors/refusal.ts';
import type { Press } from '../press/press.ts';
import type { PreviewContent, PreviewJob } from './preview.ts';

export interface PreviewImage {
  bytes: Buffer;
  etag: string;
}

interface Kept {
  /** What it was drawn from, as text: the same content is the same picture. */
  content: string;
  image: PreviewImage;
}

const maxKept = 200;

type FindLogo = (id: string) => Promise<Uint8Array | undefined>;

async function jobOf(content: PreviewContent, findLogo: FindLogo): Promise<PreviewJob> {
  const logo = content.logo === undefined ? undefined : await findLogo(content.logo);
  return { content, ...(logo ? { logo } : {}) };
}

/**
 * Draws each picture once for what it says. While the press is busy a view that was drawn before is
 * answered as it was then; nothing is ever drawn twice at the same time.
 */
export class PreviewDesk {
  readonly #press: Press<PreviewJob>;
  /** By view, the longest unasked first. */
  readonly #kept = new Map<string, Kept>();
  readonly #drawing = new Map<string, Promise<PreviewImage>>();

  constructor(press: Press<PreviewJob>) {
    this.#press = press;
  }

  /**
   * @param view names the board, its epoch and what is shown
   * @param findLogo reads the logo that the content names, when it is drawn; it may be gone
   * @throws Refusal `busy`, or whatever `findLogo` throws
   */
  async draw(view: string, content: PreviewContent, findLogo: FindLogo): Promise<PreviewImage> {
    const text = JSON.stringify(content);
    const kept = this.#kept.get(view);
    if (kept?.content === text) return this.#keep(view, kept);
    try {
      return await this.#drawOnce(view, text, () => jobOf(content, findLogo));
    } catch (error) {
      if (kept && error instanceof Refusal && error.kind === 'busy') return kept.image;
      throw error;
    }
  }

  #drawOnce(view: string, text: string, prepare: () => Promise<PreviewJob>): Promise<PreviewImage> {
    const under = `${view}\n${text}`;
    const running = this.#drawing.get(under);
    if (running) return running;
    const drawn = prepare()
      .then((job) => this.#press.make(job))
      .then((made) => this.#keep(view, { content: text, image: imageOf(made) }))
      .finally(() => this.#drawing.delete(under));
    this.#drawing.set(under, drawn);
    return drawn;
  }

  #keep(view: string, kept: Kept): PreviewImage {
    this.#kept.delete(view);
    this.#kept.set(view, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > maxKept && oldest !== undefined) this.#kept.delete(oldest);
    return kept.image;
  }
}

function imageOf(made: Uint8Array): PreviewImage {
  const bytes = Buffer.from(made);
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 27);
  return { bytes, etag: `"${hash}"` };
}
