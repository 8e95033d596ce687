import {
  cheerSchema,
  displayReportSchema,
  unwatchSchema,
  watchSchema,
  type CheerRequest,
  type DisplayReport,
  type WatchRequest,
} from '@emulation/shared';
import type { z } from 'zod';

export type Refusal = { ok: false; kind: string; detail: string };
export type Reply = (answer: object) => void;

export type Call =
  | { name: 'watch'; request: WatchRequest }
  | { name: 'unwatch'; request: { board: string } }
  | { name: 'cheer'; request: CheerRequest }
  | { name: 'display'; request: DisplayReport };

export function refuse(kind: string, detail: string): Refusal {
  return { ok: false, kind, detail };
}

/** The acknowledgement of an event: JSON holds no functions, so only the server can have put it. */
export function replyOf(args: readonly unknown[]): Reply | undefined {
  const last = args.at(-1);
  // Socket.IO makes this function; it takes what it is to send.
  return typeof last === 'function' ? (last as Reply) : undefined;
}

function describe(error: z.ZodError): string {
  const issue = error.issues[0];
  const path = issue?.path.map(String).join('.') ?? '';
  return `${path === '' ? 'the request' : path.slice(0, 100)}: ${issue?.message ?? 'invalid'}`;
}

/** What a client asks for, from an event of any shape; the acknowledgement is not part of it. */
export function readCall(event: unknown, body: unknown): Call | Refusal {
  if (event === 'watch') {
    const request = watchSchema.safeParse(body);
    if (request.success) return { name: event, request: request.data };
    return refuse('invalid', describe(request.error));
  }
  if (event === 'unwatch') {
    const request = unwatchSchema.safeParse(body);
    if (request.success) return { name: event, request: request.data };
    return refuse('invalid', describe(request.error));
  }
  if (event === 'cheer') {
    const request = cheerSchema.safeParse(body);
    if (request.success) return { name: event, request: request.data };
    return refuse('invalid', describe(request.error));
  }
  if (event === 'display') {
    const request = displayReportSchema.safeParse(body);
    if (request.success) return { name: event, request: request.data };
    return refuse('invalid', describe(request.error));
  }
  return refuse('unknown-event', 'known events are watch, unwatch, cheer and display');
}
