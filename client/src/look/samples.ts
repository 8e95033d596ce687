import type { Option } from '../ui/option-list.tsx';

/** Names of every length, so that the kit is seen with what boards really hold. */
export const sampleMetrics: readonly Option[] = [
  { value: '', label: 'All metrics' },
  { value: 'output', label: 'Output' },
  { value: 'scrap', label: 'Scrap rate' },
  {
    value: 'changeover',
    label: 'Time from the last good part of one order to the first of the next',
  },
];

export const sampleUnits: readonly Option[] = Array.from({ length: 200 }, (_, at) => ({
  value: `unit-${at + 1}`,
  label:
    at === 3 ? 'Surface treatment and final inspection line, second building' : `Line ${at + 1}`,
  hint: at % 2 === 0 ? 'Forge' : 'Assembly',
}));

export const sampleFigures = sampleUnits.slice(0, 24).map(({ value, label, hint }, at) => ({
  id: value,
  name: label,
  sector: hint ?? '',
  value: ((at * 37) % 100) + 0.5,
}));
