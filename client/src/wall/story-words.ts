import type { PreviousMark } from '@emulation/shared';
import { marginBetween } from '../marks/margin.ts';
import type { MetricInfo, Vocabulary } from '../store/board-store.ts';
import { formatDate, formatNumber, localeOf } from '../ui/format.ts';
import { betweenNames } from './fit.ts';
import type { RecordStory, Story } from './takeover-story.ts';

export function unitNames(vocabulary: Vocabulary, units: readonly string[]): string[] {
  return units.map((unit) => vocabulary.units.get(unit)?.name ?? unit);
}

export function sectorName(vocabulary: Vocabulary, sector: string): string {
  return vocabulary.sectors.get(sector)?.name ?? sector;
}

/** `+2.1 %` or `−3 min`: what the new mark is better by, signed as the value moved. */
export function gainText(metric: MetricInfo, value: string, previous: string): string {
  const margin = marginBetween(metric, value, previous);
  if (!margin) return '';
  const sign = metric.direction === 'higher' ? '+' : '−';
  return `${sign}${formatNumber(margin.by, metric)}`;
}

const leastPercent = 0.1;
const mostPercent = 1000;

/**
 * The same in percent; empty where there is none, where the unit is a percentage itself, and where it
 * says nothing: it rounds to zero, or the mark before was close to it.
 */
export function gainPercent(metric: MetricInfo, value: string, previous: string): string {
  if (metric.unitOfMeasure === '%') return '';
  const percent = marginBetween(metric, value, previous)?.percent;
  if (!percent || Number(percent) < leastPercent || Number(percent) >= mostPercent) return '';
  return `${formatNumber(percent, { decimals: 1 }, localeOf())}\u202f%`;
}

/** Whose the mark before was, and since when. */
export function markText(vocabulary: Vocabulary, mark: PreviousMark): string {
  return [
    unitNames(vocabulary, mark.holders).join(betweenNames),
    achievedOn(vocabulary, mark),
  ].join(mark.holders.length > 1 ? ' ·\n' : ' · ');
}

function achievedOn(vocabulary: Vocabulary, mark: PreviousMark): string {
  return formatDate(mark.achievedAt, vocabulary.board?.timeZone ?? 'UTC');
}

/** Only the one who posted it, where there is no room for the names of all. */
export function firstHolder(vocabulary: Vocabulary, mark: PreviousMark) {
  const [unit = ''] = unitNames(vocabulary, mark.holders.slice(0, 1));
  return { unit, date: achievedOn(vocabulary, mark) };
}

/** Names of several that fill more than two lines: they get more of the screen than the number. */
const crowdedNames = 50;

export function isCrowded(vocabulary: Vocabulary, story: Story): boolean {
  const units = 'units' in story ? story.units : [];
  const names = unitNames(vocabulary, units).join(betweenNames);
  return story.kind !== 'drive' && names.length > crowdedNames;
}

/** The widest record that fell: the one the takeover is about. */
export function headRecord(story: RecordStory) {
  return story.fallen[0];
}

/** In ems of the display face: letters of Hangul and its neighbours, spaces, all others. */
const wideLetter = /[\u1100-\u11ff\u2e80-\u9fff\ua960-\ud7ff\uf900-\ufaff\uff00-\uff60]/;
const emOf = (letter: string) => (wideLetter.test(letter) ? 0.82 : letter === ' ' ? 0.24 : 0.46);
const emsOf = (name: string) => Array.from(name, emOf).reduce((ems, em) => ems + em, 0);
/** More than two lines of a roll hold in type that is read from afar. */
const roomyEms = 31;

/** Whether its metric or its unit has a name that takes more than two lines of a roll of eight. */
export function needsRoom(vocabulary: Vocabulary, story: Story): boolean {
  if (story.kind !== 'record') return false;
  const metric = vocabulary.metrics.get(story.metric)?.name ?? '';
  return [metric, ...unitNames(vocabulary, story.units)].some((name) => emsOf(name) > roomyEms);
}
