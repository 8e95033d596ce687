import { cheerSchema, displayReportSchema, unwatchSchema, watchSchema } from '@emulation/shared';
import type { z } from 'zod';

export type Refusal = { ok: false; kind: string; detail: string };
export type Reply = (answer: object) => void;

/** What a client may say, and in which form. */
const requests = {
  watch: watchSchema,
  unwatch: unwatchSchema,
  cheer: cheerSchema,
  display: displayReportSchema,
} as const;
type EventName = keyof typeof requests;
export const eventNames = Object.keys(requests) as readonly EventName[];

export type Call = {
  [Name in EventName]: { name: Name; request: z.output<(typeof requests)[Name]> };
}[EventName];

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
  const name = eventNames.find((known) => known === event);
  if (name === undefined)
    return refuse('unknown-event', `known events are ${eventNames.join(', ')}`);
  const request = requests[name].safeParse(body);
  // The name and the request are of one line of the table.
  return request.success
    ? ({ name, request: request.data } as Call)
    : refuse('invalid', describe(request.error));
}
