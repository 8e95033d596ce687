import {
  resultBodySchema,
  slugSchema,
  type IdSource,
  type Mapping,
  type ResultBody,
} from '@emulation/shared';
import { createHash } from 'node:crypto';
import jsonpointer from 'jsonpointer';
import { fieldProblems } from '../errors/recognition.ts';
import { hashBody } from '../http/idempotency.ts';

/** A message as the broker gave it. */
export interface Message {
  topic: string;
  payload: string;
  /** Of this delivery; the same again when the broker repeats it. */
  messageId?: number | undefined;
}

export type Mapped =
  | { kind: 'result'; body: ResultBody; bodyHash: string; keyAt: (now: number) => string }
  /** `path` as in the mapping: `unit`, `metric`, `value`, `time`, `each`. */
  | { kind: 'problem'; path: string; message: string };

class Unfit extends Error {
  readonly path: string;
  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}

/** JSON where it is JSON; anything else is a text, as many a sensor sends its bare number. */
function read(payload: string): unknown {
  try {
    return JSON.parse(payload) as unknown;
  } catch {
    return payload.trim();
  }
}

function point(value: unknown, pointer: string): unknown {
  if (pointer === '') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const found: unknown = jsonpointer.get(value, pointer);
  return found;
}

interface Place {
  message: Message;
  whole: unknown;
  element: unknown;
}

const find = ({ whole, element }: Place, pointer: string): unknown =>
  point(element, pointer) ?? point(whole, pointer);

function textAt(place: Place, pointer: string, path: string): string {
  const found = find(place, pointer);
  if (typeof found === 'string' || typeof found === 'number') return String(found).trim();
  const what = found === undefined ? 'nothing stands' : 'neither a text nor a number stands';
  throw new Unfit(path, `${what} at ${pointer || 'the whole payload'}`);
}

function idAt(place: Place, source: IdSource, path: string, { names = {} }: Mapping): string {
  if (source.from === 'fixed') return source.id;
  const text =
    source.from === 'topic'
      ? place.message.topic.split('/')[source.part]
      : textAt(place, source.pointer, path);
  if (text === undefined || text === '') throw new Unfit(path, 'the topic has no such part');
  const named = Object.hasOwn(names, text) ? names[text] : undefined;
  const id = named ?? text;
  if (slugSchema.safeParse(id).success) return id;
  throw new Unfit(path, `“${text.slice(0, 80)}” is no id, and no name of the mapping`);
}

function timeAt(place: Place, { time }: Mapping): string | undefined {
  if (!time) return undefined;
  const text = textAt(place, time.pointer, 'time');
  if (time.as === 'iso') return text;
  const at = new Date(Number(text) * (time.as === 'seconds' ? 1000 : 1));
  if (!Number.isFinite(at.getTime())) throw new Unfit('time', `“${text}” is no time`);
  return at.toISOString();
}

const hash = (parts: readonly unknown[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

const hourMs = 3_600_000;

/**
 * What makes a message this message. Where it says when it was measured or which of many it is, that;
 * a repetition is then known for ever. Otherwise its number at the broker within the hour: numbers
 * come again after 65,535 messages.
 */
function keyOf(mapping: Mapping, place: Place, of: { body: ResultBody; index: number }) {
  const { message } = place;
  const { unit, metric, achievedAt } = of.body;
  const source = [mapping.id, message.topic, of.index, unit, metric];
  if (mapping.time || mapping.sequence !== undefined) {
    const sequence =
      mapping.sequence === undefined ? null : textAt(place, mapping.sequence, 'sequence');
    const key = `mqtt:${hash([...source, achievedAt ?? null, sequence])}`;
    return () => key;
  }
  return (now: number) =>
    `mqtt:${hash([...source, message.payload, message.messageId ?? null, Math.floor(now / hourMs)])}`;
}

function mapElement(mapping: Mapping, place: Place, index: number): Mapped {
  try {
    const achievedAt = timeAt(place, mapping);
    const wanted = {
      unit: idAt(place, mapping.unit, 'unit', mapping),
      metric: idAt(place, mapping.metric, 'metric', mapping),
      value: textAt(place, mapping.value, 'value'),
      ...(achievedAt === undefined ? {} : { achievedAt }),
    };
    const parsed = resultBodySchema.safeParse(wanted);
    if (!parsed.success) {
      const [first] = fieldProblems(parsed.error.issues);
      return { kind: 'problem', path: first?.path ?? '', message: first?.message ?? 'is unfit' };
    }
    const body = parsed.data;
    const keyAt = keyOf(mapping, place, { body, index });
    return { kind: 'result', body, bodyHash: hashBody(body), keyAt };
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    return { kind: 'problem', path: error.path, message: error.message };
  }
}

/** Elements of one message; more are not results of one moment. */
const maxElements = 1000;

/** What a message becomes; it never throws, whatever a machine sends. */
export function mapMessage(mapping: Mapping, message: Message): Mapped[] {
  const whole = read(message.payload);
  if (mapping.each === undefined)
    return [mapElement(mapping, { message, whole, element: whole }, 0)];
  const list = point(whole, mapping.each);
  if (!Array.isArray(list))
    return [{ kind: 'problem', path: 'each', message: `no list stands at ${mapping.each}` }];
  if (list.length > maxElements)
    return [{ kind: 'problem', path: 'each', message: `at most ${maxElements} in one message` }];
  const elements: unknown[] = list;
  return elements.map((element, index) => mapElement(mapping, { message, whole, element }, index));
}

/** Hours in which a repeated message may have come for the first time, newest first. */
export const hoursBefore = (now: number, hours: number): number[] =>
  Array.from({ length: hours }, (_, at) => now - at * hourMs);
