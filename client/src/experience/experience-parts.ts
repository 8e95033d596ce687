import type {
  AdoptionRow,
  DescendedRecord,
  ExperienceRow,
  ExperienceText,
} from '@emulation/shared';
import type { ExperienceTopicRow } from '@emulation/shared';
import type { Vocabulary } from '../store/board-store.ts';

/** What every part of an experience's page is given. */
export interface ExperienceParts {
  board: string;
  vocabulary: Vocabulary;
  isSteward: boolean;
  experience: ExperienceText;
}

export interface ExperienceTopic {
  text: ExperienceText | undefined;
  adoptions: AdoptionRow[];
  records: DescendedRecord[];
  children: ExperienceRow[];
}

/** The rows of the topic by what they are. */
export function sortTopic(rows: Iterable<ExperienceTopicRow>): ExperienceTopic {
  const topic: ExperienceTopic = { text: undefined, adoptions: [], records: [], children: [] };
  for (const row of rows) {
    if (row.kind === 'text') topic.text = row;
    else if (row.kind === 'adoption') topic.adoptions.push(row);
    else if (row.kind === 'record') topic.records.push(row);
    else topic.children.push(row);
  }
  return topic;
}

export const nameOf = ({ units }: Pick<Vocabulary, 'units'>, unit: string) =>
  units.get(unit)?.name ?? unit;

export const zoneOf = ({ board }: Pick<Vocabulary, 'board'>) => board?.timeZone ?? 'UTC';
