import type { DisplayReport } from '@emulation/shared';
import { useEffect, useRef, useState } from 'react';
import { onHappening, reportDisplay, useLink } from '../../store/board-store.ts';
import type { Screen } from '../takeover-queue.ts';
import { addSample, offsetOf, sampleOf, type ClockSample } from './clock-offset.ts';
import { ownBuild } from './own-build.ts';
import { ShownRecords } from './shown-records.ts';

/** At most so often; what changed meanwhile goes together. */
const gapMs = 1_000;
/** After a refusal (too many walls, say) it is tried again, not at once. */
const refusedMs = 30_000;

const pixels = (length: number) => Math.max(1, Math.round(length * window.devicePixelRatio));
const screenSize = () => ({
  width: pixels(window.innerWidth),
  height: pixels(window.innerHeight),
});

/** Says things to the server one after the other, as soon as there is something to say. */
class Reporter {
  readonly records = new ShownRecords();
  readonly #onServed: (build: string) => void;
  #samples: readonly ClockSample[] = [];
  #report: Omit<DisplayReport, 'shown' | 'screen'>;
  #isDue = true;
  #pausedUntil = 0;
  #isBusy = false;

  constructor(report: Omit<DisplayReport, 'shown' | 'screen'>, onServed: (build: string) => void) {
    this.#report = report;
    this.#onServed = onServed;
  }

  say(change: Partial<DisplayReport> = {}): void {
    this.#report = { ...this.#report, ...change };
    this.#isDue = true;
  }

  show(screen: Screen): void {
    this.records.show(screen, Date.now(), offsetOf(this.#samples));
    this.#isDue = true;
  }

  async tick(): Promise<void> {
    if (!this.#isDue || this.#isBusy || Date.now() < this.#pausedUntil) return;
    this.#isBusy = true;
    this.#isDue = false;
    const shown = this.records.next();
    const sentAt = Date.now();
    const report = { ...this.#report, screen: screenSize(), shown: [...shown] };
    const reply = await reportDisplay(report).catch(() => undefined);
    this.#isBusy = false;
    // Not heard: said again, at the latest when the connection is back.
    if (!reply?.ok) {
      this.#isDue = true;
      if (reply) this.#pausedUntil = Date.now() + refusedMs;
      return;
    }
    this.records.reported(shown);
    if (this.records.next().length > 0) this.#isDue = true;
    this.#samples = addSample(this.#samples, sampleOf(sentAt, Date.now(), Date.parse(reply.at)));
    this.#onServed(reply.build);
  }
}

interface Told {
  board: string;
  id: string;
  /** What it shows, in one word. */
  scene: string;
  /** The takeover that has the screen. */
  screen: Screen | null;
}

/** Tells the server what this wall is, what it shows, and which records it has had on its screen. Answers with the build that is served. */
export function useReports({ board, id, scene, screen }: Told): string {
  const [served, setServed] = useState('');
  const { state } = useLink();
  const reporter = useRef<Reporter>(undefined);
  reporter.current ??= new Reporter({ board, id, build: ownBuild(), scene }, setServed);
  const own = reporter.current;
  useEffect(() => own.say({ scene }), [own, scene]);
  // Every connection is told anew who is at its end.
  useEffect(() => {
    if (state === 'live') own.say();
  }, [own, state]);
  useEffect(() => {
    if (screen) own.show(screen);
  }, [own, screen]);
  useEffect(
    () => onHappening(board, (happening) => own.records.hear(happening, Date.now())),
    [own, board],
  );
  useEffect(() => {
    const timer = setInterval(() => void own.tick(), gapMs);
    const resized = () => own.say();
    window.addEventListener('resize', resized);
    return () => {
      clearInterval(timer);
      window.removeEventListener('resize', resized);
    };
  }, [own]);
  return served;
}
