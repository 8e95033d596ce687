import type { BoardState } from '@emulation/shared';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';

/** Where the measures that are read at the moment of asking come from. */
export interface MeasureSources {
  boards: () => readonly { readonly publicState: BoardState }[];
  sockets: () => number;
}

/** What Prometheus is told of this process. */
export class Measures {
  readonly registry = new Registry();
  readonly #posts: Counter<'outcome'>;
  readonly #happenings: Counter<'kind'>;

  constructor(sources: MeasureSources) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.#posts = new Counter({
      name: 'board_posts_total',
      help: 'Results posted to this process, new or repeated',
      labelNames: ['outcome'],
      registers,
    });
    this.#happenings = new Counter({
      name: 'board_happenings_total',
      help: 'Happenings derived by this process, by kind',
      labelNames: ['kind'],
      registers,
    });
    new Gauge({
      name: 'board_sockets',
      help: 'Live connections to this process',
      registers,
      collect() {
        this.set(sources.sockets());
      },
    });
    this.#gaugeFold(sources);
  }

  countPost(outcome: 'posted' | 'repeated'): void {
    this.#posts.inc({ outcome });
  }

  countHappenings(happenings: readonly { kind: string }[]): void {
    for (const { kind } of happenings) this.#happenings.inc({ kind });
  }

  /** Anyone may read the measures, so private boards stay without a name. */
  #gaugeFold(sources: MeasureSources): void {
    new Gauge({
      name: 'board_fold_seq',
      help: 'Position up to which this process has folded each public board',
      labelNames: ['board'],
      registers: [this.registry],
      collect() {
        this.reset();
        for (const { publicState: state } of sources.boards())
          if (state.info?.visibility === 'public') this.set({ board: state.board }, state.seq);
      },
    });
  }
}
