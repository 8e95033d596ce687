/**
 * When what is known is drawn. The first change after a pause is drawn at once after the next frame,
 * as a task of its own: the frame that shows it has only to lay it out and paint it. In a rush the
 * page draws less often, so that drawing takes at most a tenth of its time however slow the device
 * is, and at least this often all the same. Nothing is lost: each drawing shows all that is known by
 * then.
 */
const longestGapMs = 900;
const shareOfTime = 0.1;
/** Where there are no frames, as in a tab that is not looked at. */
const noFrameMs = 250;

export class DrawingPace {
  readonly #draw: () => void;
  readonly #now: () => number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;
  #isAsked = false;
  #holds = 0;
  /** ms of the page's clock. */
  #earliest = 0;

  /** `now`: the page's clock in ms. */
  constructor(draw: () => void, now = () => performance.now()) {
    this.#draw = draw;
    this.#now = now;
  }

  /** Something is to be drawn. */
  ask(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    if (this.#holds === 0) this.#wait();
  }

  /** Nothing is drawn until the returned function is called: all of it is covered. */
  hold(): () => void {
    this.#holds += 1;
    this.#stop();
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#holds -= 1;
      if (this.#holds === 0 && this.#isAsked) this.#wait();
    };
  }

  #wait(): void {
    const gap = this.#earliest - this.#now();
    if (gap <= 0) return this.#askFrame();
    this.#timer = setTimeout(() => this.#askFrame(), gap);
  }

  #askFrame(): void {
    this.#timer = setTimeout(() => this.#drawNow(), noFrameMs);
    this.#frame = requestAnimationFrame(() => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#drawNow());
    });
  }

  #stop(): void {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
  }

  #drawNow(): void {
    this.#stop();
    this.#isAsked = false;
    const begun = this.#now();
    this.#draw();
    const drawnMs = this.#now() - begun;
    this.#earliest = begun + longestGapMs;
    requestAnimationFrame(() => this.#price(drawnMs));
  }

  /** In the frame that shows it: what it takes to lay out and paint is part of the price. */
  #price(drawnMs: number): void {
    const begun = this.#now();
    setTimeout(() => {
      const now = this.#now();
      const price = drawnMs + now - begun;
      this.#earliest = now + Math.min(longestGapMs, price * (1 / shareOfTime - 1));
      // What was asked for meanwhile waited for the longest gap.
      if (!this.#isAsked || this.#holds > 0) return;
      this.#stop();
      this.#wait();
    });
  }
}
