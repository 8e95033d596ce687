import type { EditedKind } from '@emulation/shared';

/** What a value is, so that it can be read: whose name it is, or which words say it. */
export type ValueKind =
  | 'text'
  | 'unit'
  | 'sector'
  | 'metric'
  | 'drive'
  | 'playlist'
  | 'experience'
  | 'yesNo'
  | 'weekday'
  | 'time'
  | 'language'
  | 'tieBreak'
  | 'secret'
  | { words: string };

export interface FieldWords {
  /** The key of the label that the form has for it. */
  label: string;
  value: ValueKind;
}

export type EditedForm = EditedKind | 'drive';
type Fields = Readonly<Record<string, FieldWords>>;

const as = (label: string, value: ValueKind = 'text'): FieldWords => ({ label, value });
const name = as('desk:column.name');
const words = (prefix: string): ValueKind => ({ words: prefix });

/** Where an id comes from, of a mapping. */
const sourceOf = (of: 'unit' | 'metric'): Fields => ({
  [`${of}.from`]: as(`machines:mqtt.${of}`, words('machines:mqtt.from')),
  [`${of}.part`]: as('machines:mqtt.is.topic'),
  [`${of}.pointer`]: as('machines:mqtt.is.payload'),
  [`${of}.id`]: as('machines:mqtt.is.fixed', of),
});

const vocabulary: Pick<Record<EditedForm, Fields>, 'sector' | 'unit' | 'metric' | 'standard'> = {
  sector: { name },
  unit: { name, sector: as('desk:column.sector', 'sector') },
  metric: {
    name: as('setup:metrics.name'),
    unitOfMeasure: as('setup:metrics.unit'),
    direction: as('setup:metrics.direction', words('setup:metrics')),
    decimals: as('setup:metrics.decimals'),
    aggregate: as('setup:metrics.aggregate', words('setup:metrics')),
    recordsPer: as('editing:field.recordsPer', words('editing:span')),
    breakthroughMargin: as('editing:field.breakthroughMargin'),
    sectors: as('editing:field.sectors', 'sector'),
    standstillDays: as('setup:metrics.standstill'),
  },
  standard: {
    value: as('editing:field.standard'),
    result: as('pulse:dialog.proof'),
    reason: as('pulse:dialog.reason'),
  },
};

const screens: Pick<Record<EditedForm, Fields>, 'playlist' | 'display' | 'look'> = {
  playlist: {
    name: as('walls:editor.name'),
    sound: as('walls:editor.sound', 'yesNo'),
    items: as('walls:scene.label'),
    'items.*.show.scene': as('walls:scene.label', words('walls:scene.names')),
    'items.*.show.metric': as('walls:scene.of.metric', 'metric'),
    'items.*.show.unit': as('walls:scene.of.unit', 'unit'),
    'items.*.show.sector': as('walls:scene.of.sector', 'sector'),
    'items.*.show.drive': as('walls:scene.of.drive', 'drive'),
    'items.*.show.experience': as('walls:scene.of.experience', 'experience'),
    'items.*.seconds': as('walls:editor.seconds'),
    'items.*.daysOfWeek': as('walls:editor.days', 'weekday'),
    'items.*.from': as('walls:editor.from'),
    'items.*.to': as('walls:editor.to'),
    'items.*.sectors': as('walls:editor.sectors', 'sector'),
  },
  display: { name: as('walls:name.label'), playlist: as('walls:wall.playlistHint', 'playlist') },
  look: {
    accent: as('appearance:accent'),
    second: as('appearance:second'),
    'logo.id': as('appearance:logo', 'secret'),
    'logo.alt': as('appearance:alt'),
    language: as('appearance:language', 'language'),
  },
};

const machines: Pick<Record<EditedForm, Fields>, 'webhook' | 'mapping'> = {
  webhook: {
    name: as('machines:name'),
    url: as('machines:webhooks.url', 'secret'),
    kinds: as('machines:webhooks.kindsLabel', words('watch:feed.kind')),
    format: as('machines:webhooks.format', words('machines:format')),
    isOn: as('machines:isOn', 'yesNo'),
  },
  mapping: {
    name: as('machines:name'),
    filter: as('machines:mqtt.filter'),
    each: as('machines:mqtt.each'),
    ...sourceOf('unit'),
    ...sourceOf('metric'),
    value: as('machines:mqtt.value'),
    'time.as': as('machines:mqtt.time', words('machines:mqtt.timeForm')),
    'time.pointer': as('machines:mqtt.is.payload'),
    sequence: as('machines:mqtt.sequence'),
    names: as('machines:mqtt.names'),
    'names.*': as('machines:mqtt.is.fixed'),
    isOn: as('machines:isOn', 'yesNo'),
  },
};

const settings: Pick<
  Record<EditedForm, Fields>,
  'member' | 'calendar' | 'verification-rules' | 'embedding' | 'sign-in' | 'privacy'
> = {
  member: {
    role: as('join:people.role', words('join:role')),
    units: as('join:people.units', 'unit'),
  },
  calendar: {
    workdays: as('pulse:calendar.workdays', 'weekday'),
    holidays: as('pulse:calendar.holidays'),
    'holidays.*.date': as('pulse:calendar.date', 'time'),
    'holidays.*.name': as('pulse:calendar.name'),
    period: as('pulse:calendar.period', words('pulse:calendar')),
  },
  'verification-rules': {
    witnesses: as('verification:rules.witness', 'yesNo'),
    objectionDays: as('verification:rules.days'),
  },
  embedding: { origins: as('share:embed.origins') },
  'sign-in': { days: as('join:rules.days') },
  privacy: {
    names: as('desk:privacy.names', words('desk:privacy')),
    originsDays: as('desk:privacy.days'),
  },
};

const contests: Pick<Record<EditedForm, Fields>, 'title' | 'drive'> = {
  title: {
    name: as('honours:form.name'),
    words: as('honours:form.words'),
    'criterion.kind': as('honours:form.criterion', words('editing:criterion')),
    'criterion.by': as('honours:form.criterion', words('honours:choice.drive')),
    'criterion.scope': as('honours:form.criterion', words('honours:choice.records')),
    'criterion.places': as('honours:form.places'),
    'criterion.atLeast': as('honours:form.atLeast'),
    'criterion.adoptions': as('honours:form.atLeast'),
    period: as('honours:form.period', words('honours:period')),
  },
  drive: {
    name: as('wizard:plan.name'),
    objectives: as('wizard:plan.objectives'),
    from: as('wizard:plan.from', 'time'),
    to: as('wizard:plan.to', 'time'),
    pledgesUntil: as('wizard:plan.pledgesUntil', 'time'),
    reviewOn: as('wizard:plan.reviewOn', 'time'),
    freezeAt: as('wizard:plan.freezeAt', 'time'),
    graceHours: as('wizard:plan.graceHours'),
    'eligible.sectors': as('wizard:members.label', 'sector'),
    'eligible.units': as('wizard:members.label', 'unit'),
    'eligible.except': as('editing:field.except', 'unit'),
    tasks: as('wizard:step.tasks'),
    'tasks.*.name': as('wizard:tasks.name'),
    'tasks.*.metric': as('wizard:tasks.metric', 'metric'),
    'tasks.*.aggregate': as('wizard:tasks.aggregate', words('drives:aggregate')),
    'tasks.*.baseline': as('wizard:tasks.baseline'),
    'tasks.*.target': as('wizard:tasks.target'),
    'tasks.*.weight': as('wizard:tasks.weight'),
    'scoring.kind': as('wizard:scoring.kind', words('wizard:scoring')),
    'scoring.capPercent': as('wizard:scoring.cap'),
    'scoring.points': as('wizard:scoring.points'),
    'bonuses.boardRecord': as('drives:bonus.boardRecord'),
    'bonuses.sectorRecord': as('drives:bonus.sectorRecord'),
    'bonuses.unitRecord': as('drives:bonus.unitRecord'),
    'bonuses.breakthrough': as('drives:bonus.breakthrough'),
    'bonuses.joint': as('drives:bonus.joint'),
    'bonuses.adopted': as('drives:bonus.adopted'),
    tieBreaks: as('wizard:scoring.tieBreaks', 'tieBreak'),
    lastPlacesHidden: as('wizard:scoring.lastPlacesHidden'),
  },
};

/** How the form of each thing calls what it holds; `*` stands for a place in a list. */
export const fieldWords: Readonly<Record<EditedForm, Fields>> = {
  ...vocabulary,
  ...screens,
  ...machines,
  ...settings,
  ...contests,
};
