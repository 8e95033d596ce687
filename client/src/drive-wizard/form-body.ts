import { bonusKinds, type DriveBody } from '@emulation/shared';
import { readTyped, separatorsOf, type Separators } from '../post/typed-value.ts';
import { localeOf } from '../ui/format.ts';
import { clockTime, instantOf } from '../ui/zone-clock.ts';
import { emptyForm, type MembersForm, type TaskForm, type WizardForm } from './wizard-form.ts';

/** More decimals than any metric has; weights and points have fewer. */
const mostDecimals = 6;

/** A decimal in the visitor's notation; what is none goes to the server as it is, which says so. */
function decimalOf(typed: string, separators: Separators): string {
  const read = readTyped(typed, mostDecimals, separators);
  return read.kind === 'value' ? read.value : typed.trim();
}

/** A whole number; what is none goes to the server as it is. */
function wholeOf(typed: string): number {
  const text = typed.trim();
  // The server's answer names the field: the client has no rule of its own.
  return (/^\d+$/.test(text) ? Number(text) : text) as number;
}

/** `12 10 8`, also with commas or semicolons between them. */
export function pointsOf(typed: string, separators = separatorsOf(localeOf())): string[] {
  const parts = typed
    .trim()
    .split(/[\s;]+/)
    .map((part) => part.replace(/,$/, ''));
  return parts.filter((part) => part !== '').map((part) => decimalOf(part, separators));
}

function eligibleOf({ everyone, sectors, units, except }: MembersForm): DriveBody['eligible'] {
  if (everyone) return except.length === 0 ? undefined : { except };
  return {
    sectors,
    ...(units.length === 0 ? {} : { units }),
    ...(except.length === 0 ? {} : { except }),
  };
}

function freezeOf(freezeAt: string, timeZone: string): string | undefined {
  const [date, time] = freezeAt.split('T');
  if (!date || !time) return undefined;
  return new Date(instantOf(timeZone, date, time.slice(0, 5))).toISOString();
}

const filled = <K extends string>(key: K, text: string | undefined) =>
  text?.trim() ? ({ [key]: text.trim() } as Record<K, string>) : {};

/** The body of `PUT …/drives/:id`; whether it is right the server says. */
export function bodyOf(form: WizardForm, timeZone: string, locale = localeOf()): DriveBody {
  const separators = separatorsOf(locale);
  const decimal = (text: string) => decimalOf(text, separators);
  const eligible = eligibleOf(form.members);
  const bonuses = bonusKinds.flatMap((kind) => {
    const points = form.bonuses[kind]?.trim();
    return points ? [[kind, decimal(points)] as const] : [];
  });
  return {
    name: form.name.trim(),
    ...filled('objectives', form.objectives),
    from: form.from,
    to: form.to,
    ...filled('pledgesUntil', form.pledgesUntil),
    ...filled('reviewOn', form.reviewOn),
    ...filled('freezeAt', freezeOf(form.freezeAt, timeZone)),
    graceHours: wholeOf(form.graceHours || '0'),
    ...(eligible ? { eligible } : {}),
    tasks: form.tasks.map((task) => ({
      id: task.id,
      ...filled('name', task.name),
      metric: task.metric,
      ...(task.aggregate === '' ? {} : { aggregate: task.aggregate }),
      baseline: decimal(task.baseline),
      target: decimal(task.target),
      weight: decimal(task.weight || '1'),
    })),
    scoring:
      form.scoring === 'fulfilment'
        ? { kind: 'fulfilment', capPercent: wholeOf(form.capPercent) }
        : { kind: 'placing', points: pointsOf(form.points, separators) },
    ...(bonuses.length === 0 ? {} : { bonuses: Object.fromEntries(bonuses) }),
    ...(form.tieBreaks.length === 0 ? {} : { tieBreaks: form.tieBreaks }),
    ...(form.lastPlacesHidden.trim() === ''
      ? {}
      : { lastPlacesHidden: wholeOf(form.lastPlacesHidden) }),
  };
}

function membersOf(eligible: DriveBody['eligible']): MembersForm {
  const { sectors, units, except = [] } = eligible ?? {};
  const everyone = sectors === undefined && units === undefined;
  return { everyone, sectors: sectors ?? [], units: units ?? [], except };
}

const localDecimal = (text: string, { decimal }: Separators) => text.replace('.', decimal);

const usualImprovement = '5';

/** How much better the target is, as a percentage for people; the usual one where there is none. */
function improvementOf({ baseline, target }: { baseline: string; target: string }): string {
  const percent = Math.abs((Number(target) - Number(baseline)) / Number(baseline)) * 100;
  return Number.isFinite(percent) && percent > 0
    ? String(Math.round(percent * 10) / 10)
    : usualImprovement;
}

/** The form of a drive as the server has it. */
export function formOf(body: DriveBody, timeZone: string, locale = localeOf()): WizardForm {
  const separators = separatorsOf(locale);
  const local = (text: string) => localDecimal(text, separators);
  const { scoring, bonuses = {} } = body;
  const blank = emptyForm(body.from, body.to);
  const tasks = body.tasks.map((task): TaskForm => ({
    id: task.id,
    name: task.name ?? '',
    metric: task.metric,
    aggregate: task.aggregate ?? '',
    baseline: local(task.baseline),
    target: local(task.target),
    weight: local(task.weight),
    improvePercent: improvementOf(task),
  }));
  return {
    ...blank,
    name: body.name,
    objectives: body.objectives ?? '',
    pledgesUntil: body.pledgesUntil ?? '',
    reviewOn: body.reviewOn ?? '',
    freezeAt: body.freezeAt === undefined ? '' : clockTime(timeZone, Date.parse(body.freezeAt)),
    graceHours: String(body.graceHours),
    members: membersOf(body.eligible),
    tasks,
    scoring: scoring.kind,
    ...(scoring.kind === 'fulfilment'
      ? { capPercent: String(scoring.capPercent) }
      : { points: scoring.points.map(local).join(' ') }),
    bonuses: Object.fromEntries(bonusKinds.map((kind) => [kind, local(bonuses[kind] ?? '')])),
    tieBreaks: body.tieBreaks ?? [],
    lastPlacesHidden: body.lastPlacesHidden === undefined ? '' : String(body.lastPlacesHidden),
  };
}
