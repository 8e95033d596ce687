import type { Parameter, Route } from './operation.ts';

/** What the `id` of a path names, by the part before it. */
const ids: Record<string, string> = {
  sectors: 'The sector: a slug chosen by whoever creates it.',
  units: 'The unit: a slug chosen by whoever creates it.',
  metrics: 'The metric: a slug chosen by whoever creates it.',
  results: 'The result: the id that posting it answered with.',
  experiences: 'The experience: a slug chosen by whoever writes it.',
  drives: 'The drive: a slug chosen by whoever writes it.',
  titles: 'The title: a slug chosen by whoever creates it.',
  honours: 'The honour: a slug chosen by whoever awards it.',
  pictures: 'The picture: the id that its upload answered with.',
  playlists: 'The playlist: a slug chosen by whoever creates it.',
  displays: 'The wall: the id it carries in its address.',
  messages: 'The message: a slug chosen by whoever sends it.',
  tokens: 'The token or screen.',
  mappings: 'The mapping: a slug chosen by whoever creates it.',
  invitations: 'The invitation: the id that making it answered with.',
  webhooks: 'The webhook: a slug chosen by whoever creates it.',
};

/** Parts of an address other than `id`. */
const parts: Record<string, string> = {
  board: 'The board.',
  code: 'The code that the display shows, with or without its dash.',
  kind: 'What kind of thing it is.',
  unit: 'The unit whose step, offer or pledge it is.',
  person: 'The person: the opaque id by which boards know them.',
  passkey: 'The passkey: an id of the own account.',
  device: 'What they are signed in with: an id of the list of devices.',
  objection: 'Number of the objection among those of the result, from 1.',
};

/** What a question may name, the same wherever it may be asked. */
const questions: Record<string, string> = {
  metric: 'Only this metric; where a ranking or a line is asked for, the metric it is of.',
  unit: 'Only this unit, or what it is a party of.',
  units: 'The units that are compared, with commas between them.',
  sector: 'Only this sector: the one that was written on a result, or that a unit is in.',
  scope: 'Only records of this scope.',
  from: 'First day, inclusive; a date of the board’s zone such as 2026-06-30.',
  to: 'Last day, inclusive; a date of the board’s zone such as 2026-06-30.',
  by: 'By what is ranked.',
  aggregate: 'How results are added up, instead of the metric’s own way.',
  tieBreaks: 'What decides between equal scores: `countback:<metric>`, `earliest`, in this order.',
  around: 'Only the rows around this unit.',
  at: 'As it stood at this moment.',
  before: 'Only what is older than this: `next` of an earlier answer.',
  since: 'Only entries after this position; 0 is the beginning.',
  cursor: 'Goes on from `next` of an earlier answer.',
  kind: 'Only happenings of this kind.',
  limit: 'At most so many.',
  steps: 'At most so many steps in time.',
  bins: 'Into so many classes of values.',
  top: 'Only so many of the first.',
  period: 'How long a step in time is.',
  size: '`small` for lists, `full` otherwise.',
  preview: 'Says what would change and changes nothing.',
};

/** What a parameter means, unless its schema says it already. */
export function describeParameter(
  { path }: Pick<Route, 'path'>,
  parameter: Parameter,
): string | undefined {
  if (parameter.description !== undefined) return parameter.description;
  if (parameter.in === 'query') return questions[parameter.name];
  if (parameter.name !== 'id') return parts[parameter.name];
  const before = /\/([^/{}]+)\/\{id\}/.exec(path)?.[1];
  return ids[before ?? ''];
}
