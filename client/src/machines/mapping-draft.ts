import type { IdSource, Mapping, MappingBody } from '@emulation/shared';

type From = IdSource['from'];
export type TimeForm = 'none' | 'iso' | 'seconds' | 'milliseconds';

/** A mapping as somebody types it: every field a text. */
export interface MappingDraft {
  name: string;
  filter: string;
  each: string;
  unitFrom: From;
  unit: string;
  metricFrom: From;
  metric: string;
  value: string;
  timeForm: TimeForm;
  time: string;
  sequence: string;
  /** Lines of `what the source says = id`. */
  names: string;
  isOn: boolean;
}

const blank: MappingDraft = {
  name: '',
  filter: '',
  each: '',
  unitFrom: 'topic',
  unit: '2',
  metricFrom: 'fixed',
  metric: '',
  value: '/value',
  timeForm: 'none',
  time: '',
  sequence: '',
  names: '',
  isOn: true,
};

function textOf(source: IdSource): string {
  if (source.from === 'topic') return String(source.part + 1);
  return source.from === 'fixed' ? source.id : source.pointer;
}

export function draftOf(mapping: Mapping | undefined): MappingDraft {
  if (!mapping) return blank;
  const { name, filter, each = '', unit, metric, value, time, sequence = '', isOn } = mapping;
  const names = Object.entries(mapping.names ?? {}).map(([said, id]) => `${said} = ${id}`);
  return {
    name,
    filter,
    each,
    unitFrom: unit.from,
    unit: textOf(unit),
    metricFrom: metric.from,
    metric: textOf(metric),
    value,
    timeForm: time?.as ?? 'none',
    time: time?.pointer ?? '',
    sequence,
    names: names.join('\n'),
    isOn,
  };
}

/** People count parts of a topic from 1. */
function sourceOf(from: From, text: string): IdSource {
  if (from === 'topic') return { from, part: Math.max(0, Math.trunc(Number(text) || 1) - 1) };
  return from === 'fixed' ? { from, id: text.trim() } : { from, pointer: text.trim() };
}

function namesOf(text: string): Record<string, string> {
  const lines = text.split('\n').flatMap((line): [string, string][] => {
    const at = line.lastIndexOf('=');
    return at < 1 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()]];
  });
  return Object.fromEntries(lines);
}

/** What is sent; the server names what is wrong with it. */
export function bodyOf(draft: MappingDraft): MappingBody {
  const names = namesOf(draft.names);
  return {
    name: draft.name,
    filter: draft.filter.trim(),
    ...(draft.each.trim() === '' ? {} : { each: draft.each.trim() }),
    unit: sourceOf(draft.unitFrom, draft.unit),
    metric: sourceOf(draft.metricFrom, draft.metric),
    value: draft.value.trim(),
    ...(draft.timeForm === 'none'
      ? {}
      : { time: { pointer: draft.time.trim(), as: draft.timeForm } }),
    ...(draft.sequence.trim() === '' ? {} : { sequence: draft.sequence.trim() }),
    ...(Object.keys(names).length === 0 ? {} : { names }),
    isOn: draft.isOn,
  };
}
