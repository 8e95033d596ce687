import type { BoardState } from '@emulation/shared';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import { registerOperatorMeasures, type RequestMeasure } from './operator-measures.ts';
import type { GatewayStats } from '../gateway/gateway-stats.ts';

/** Where the measures that are read at the moment of asking come from. */
export interface MeasureSources {
  boards: () => readonly { readonly publicState: BoardState }[];
  /** Undefined until the gateway stands. */
  gateway: () => GatewayStats | undefined;
  isReady: () => boolean;
  isRelayHealthy: () => boolean;
}

/**
 * What Prometheus is told of this process. Anyone may read the measures of what everybody sees;
 * those that count acts, which would tell of what a freeze hides, are for operators alone.
 */
export class Measures {
  readonly open = new Registry();
  readonly #operators = new Registry();
  readonly #posts: Counter<'outcome'>;
  readonly #happenings: Counter<'kind'>;
  readonly timeRequest: RequestMeasure;

  constructor(sources: MeasureSources) {
    const registers = [this.open];
    collectDefaultMetrics({ register: this.open });
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
      help: 'Live connections to this node',
      registers,
      collect() {
        this.set(sources.gateway()?.connections ?? 0);
      },
    });
    this.#gaugeHealth(sources);
    this.#gaugeFold(sources);
    this.timeRequest = registerOperatorMeasures(this.#operators, sources.gateway);
  }

  /** In Prometheus' text form; `operator`: with the measures of what is done here. */
  async text(reader: 'anyone' | 'operator'): Promise<string> {
    if (reader === 'anyone') return this.open.metrics();
    return Registry.merge([this.open, this.#operators]).metrics();
  }

  countPost(outcome: 'posted' | 'repeated'): void {
    this.#posts.inc({ outcome });
  }

  countHappenings(happenings: readonly { kind: string }[]): void {
    for (const { kind } of happenings) this.#happenings.inc({ kind });
  }

  #gaugeHealth({ isReady, isRelayHealthy }: MeasureSources): void {
    const gauge = (name: string, help: string, read: () => boolean) =>
      new Gauge({
        name,
        help,
        registers: [this.open],
        collect() {
          this.set(read() ? 1 : 0);
        },
      });
    gauge('board_ready', '1 while this process can serve everything (GET /readyz)', isReady);
    gauge('board_relay_healthy', '1 while the relay answers', isRelayHealthy);
  }

  /** Anyone may read the measures, so private boards stay without a name. */
  #gaugeFold(sources: MeasureSources): void {
    new Gauge({
      name: 'board_fold_seq',
      help: 'Position up to which this process has folded each public board',
      labelNames: ['board'],
      registers: [this.open],
      collect() {
        this.reset();
        for (const { publicState: state } of sources.boards())
          if (state.info?.visibility === 'public') this.set({ board: state.board }, state.seq);
      },
    });
  }
}
