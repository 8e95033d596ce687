import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { GatewayStats } from '../gateway/gateway-stats.ts';

export interface MeasuredRequest {
  method: string;
  /** The route's pattern, never the address: there are few of them, and none names a board. */
  route: string;
  status: number;
  seconds: number;
}
export type RequestMeasure = (request: MeasuredRequest) => void;

/** Around what people notice: a post that takes a tenth of a second feels immediate. */
const buckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** A counter whose value is kept elsewhere and read when somebody asks. */
function countElsewhere(
  registry: Registry,
  { name, help, label }: { name: string; help: string; label?: string },
  read: () => { [value: string]: number },
): void {
  new Counter({
    name,
    help,
    labelNames: label === undefined ? [] : [label],
    registers: [registry],
    collect() {
      this.reset();
      for (const [value, count] of Object.entries(read()))
        this.inc(label === undefined ? {} : { [label]: value }, count);
    },
  });
}

/** What is done on this process: requests and how long they take, and what the gateway does. */
export function registerOperatorMeasures(
  registry: Registry,
  gateway: () => GatewayStats | undefined,
): RequestMeasure {
  const requests = new Histogram({
    name: 'board_request_seconds',
    help: 'Time from the head of a request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers: [registry],
  });
  const one = (name: string, help: string, read: (stats: GatewayStats) => number) =>
    countElsewhere(registry, { name, help }, () => {
      const stats = gateway();
      return stats ? { all: read(stats) } : {};
    });
  one('board_view_computations_total', 'Times a live view was computed', (s) => s.computations);
  one('board_slow_consumers_total', 'Connections cut: too much waited', (s) => s.slowConsumers);
  one('board_refused_connections_total', 'Handshakes refused', (s) => s.refusedConnections);
  countElsewhere(
    registry,
    { name: 'board_encodings_total', help: 'Encoded events; a broadcast is one', label: 'event' },
    () => gateway()?.encodings ?? {},
  );
  countElsewhere(
    registry,
    { name: 'board_refused_events_total', help: 'Events of clients refused', label: 'kind' },
    () => gateway()?.refusedEvents ?? {},
  );
  new Gauge({
    name: 'board_topics',
    help: 'Topics held for their watchers',
    registers: [registry],
    collect() {
      this.set(gateway()?.topics ?? 0);
    },
  });
  return ({ method, route, status, seconds }) =>
    requests.observe({ method, route, status: `${Math.trunc(status / 100)}xx` }, seconds);
}
