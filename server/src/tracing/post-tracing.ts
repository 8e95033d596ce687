import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { SpanKind, SpanStatusCode, trace, type Context, type Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { DisplayReport, Happening } from '@emulation/shared';
import type { BoardEvent } from '../gateway/board-source.ts';
import type { Api } from '../http/api.ts';
import type { AppendRequest, Ledger } from '../ledger/ledger.ts';
import type { Log } from '../log.ts';
import type { Relay, RelayMessage } from '../relay/relay.ts';
import { Journeys } from './journeys.ts';
import type { Tracing } from './tracing.ts';
import { contextOf, traceParentOf } from './trace-parent.ts';

/** What the last traces may take. */
const lastMs = 1000;
/** A result may have waited on a phone for as long as this without a network; longer is a wrong clock. */
const longestWaitMs = 30 * 24 * 3600 * 1000;

type Committed = Extract<RelayMessage, { kind: 'committed' }>;

/**
 * One trace for each post: `phone`, from the tap on; `POST` around `commit`; then on every node `fold` and `fan-out`, joined by
 * `relay`; and for each wall `screen`, from its arrival there to the moment it stood on the screen.
 */
export class PostTracing implements Tracing {
  readonly #provider: TracerProvider;
  readonly #tracer: Tracer;
  readonly #posting = new AsyncLocalStorage<Context>();
  readonly #journeys = new Journeys();
  readonly #log: Log;

  constructor(endpoint: string, log: Log) {
    const service = process.env['OTEL_SERVICE_NAME'] ?? 'emulation-board';
    const resource = defaultResource().merge(resourceFromAttributes({ 'service.name': service }));
    const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
    const spanProcessors = [new BatchSpanProcessor({ exporter, scheduledDelayMillis: 1000 })];
    this.#provider = new TracerProvider({ resource, spanProcessors });
    this.#tracer = this.#provider.getTracer('emulation-board');
    this.#log = log;
  }

  watch(api: Api): void {
    const traced = new WeakMap<object, Context>();
    api.addHook('onRequest', (request, reply, done) => {
      const route = request.routeOptions.url ?? '';
      if (request.method !== 'POST' || !/\/results(?:\/batch)?$/.test(route)) return done();
      const { traceparent, 'since-tap-ms': sinceTap } = request.headers;
      const parent = this.#traceWaiting(sinceTap, contextOf(traceparent));
      const attributes = { 'http.request.method': 'POST', 'http.route': route };
      const span = this.#tracer.startSpan(
        `POST ${route}`,
        { kind: SpanKind.SERVER, attributes },
        parent,
      );
      traced.set(request, trace.setSpan(parent, span));
      reply.raw.once('close', () => {
        span.setAttribute('http.response.status_code', reply.statusCode);
        span.end();
      });
      done();
    });
    // Not earlier: what comes out of the body's stream does not know who waits for it.
    api.addHook('preHandler', (request, _, done) => {
      const context = traced.get(request);
      if (context) this.#posting.run(context, done);
      else done();
    });
  }

  /** What came before the request, by the only clock that all parts share: this server's. */
  #traceWaiting(sinceTap: string | string[] | undefined, parent: Context): Context {
    const waitedMs = Number(sinceTap);
    if (sinceTap === undefined || !(waitedMs >= 0 && waitedMs <= longestWaitMs)) return parent;
    const endTime = Date.now();
    const phone = this.#tracer.startSpan('phone', { startTime: endTime - waitedMs }, parent);
    phone.end(endTime);
    return trace.setSpan(parent, phone);
  }

  ledger(ledger: Ledger): Ledger {
    const append = (request: AppendRequest) => this.#append(ledger, request);
    return new Proxy(ledger, {
      get: (target, name) => {
        if (name === 'append') return append;
        const found: unknown = Reflect.get(target, name);
        // Its private fields are those of the ledger itself.
        return typeof found === 'function' ? (found.bind(target) as unknown) : found;
      },
    });
  }

  relay(relay: Relay): Relay {
    return {
      publish: (message) => relay.publish(this.#send(message)),
      subscribe: (listener) =>
        relay.subscribe((message) => {
          this.#receive(message);
          listener(message);
        }),
      healthy: () => relay.healthy(),
      close: () => relay.close(),
    };
  }

  follow(boards: Parameters<Tracing['follow']>[0]): void {
    boards.onEvent((event) => {
      if (event.kind === 'applied' && event.sight === 'full') this.#noteFolded(event);
    });
  }

  mark(happening: Happening): Happening {
    const journey = this.#journeys.get(happening);
    const span = journey && trace.getSpan(journey.context);
    if (!span) return happening;
    const marked = { ...happening, traceparent: traceParentOf(span) };
    return marked;
  }

  noteShown({ board, id, shown = [] }: DisplayReport): void {
    for (const { epoch, seq, sinceArrivalMs, shownAt } of shown) {
      const journey = this.#journeys.get({ board, epoch, seq });
      if (!journey) continue;
      const endTime = Date.parse(shownAt);
      const startTime = endTime - sinceArrivalMs;
      const attributes = { 'board.display': id };
      this.#tracer.startSpan('screen', { startTime, attributes }, journey.context).end(endTime);
    }
  }

  async close(): Promise<void> {
    const sent = this.#provider.shutdown().catch((err: unknown) => {
      this.#log.warn({ err }, 'the last traces could not be sent');
    });
    // A collector that is away is asked again and again: that must not keep the process.
    await Promise.race([sent, pause(lastMs, undefined, { ref: false })]);
  }

  async #append(ledger: Ledger, request: AppendRequest) {
    const posting = this.#posting.getStore();
    if (!posting) return ledger.append(request);
    const attributes = { 'board.id': request.board };
    const span = this.#tracer.startSpan('commit', { attributes }, posting);
    try {
      const outcome = await ledger.append(request);
      span.setAttribute('board.outcome', outcome.kind);
      if (outcome.kind === 'appended')
        for (const entry of outcome.entries) this.#journeys.add(entry, posting);
      return outcome;
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  }

  #send(message: RelayMessage): RelayMessage {
    if (message.kind !== 'committed') return message;
    const traces = [...this.#journeys.within(message)].map(({ seq, context }) => {
      const span = this.#tracer.startSpan('relay', { kind: SpanKind.PRODUCER }, context);
      span.end();
      return [seq, traceParentOf(span)] as [number, string];
    });
    return traces.length === 0 ? message : { ...message, traces };
  }

  #receive(message: RelayMessage): void {
    if (message.kind !== 'committed') return;
    const { board, epoch, traces = [] }: Committed = message;
    for (const [seq, traceParent] of traces)
      this.#journeys.add({ board, epoch, seq }, contextOf(traceParent));
  }

  #noteFolded(event: Extract<BoardEvent, { kind: 'applied' }>): void {
    const { board } = event.host.state;
    for (const { context, sinceMs, seq } of this.#journeys.within({ ...event, board })) {
      const attributes = { 'board.id': board, 'board.seq': seq };
      this.#tracer.startSpan('fold', { startTime: sinceMs, attributes }, context).end();
      const fanOut = this.#tracer.startSpan('fan-out', { attributes }, context);
      // Everybody else who listens is told in this very turn.
      queueMicrotask(() => fanOut.end());
    }
  }
}
