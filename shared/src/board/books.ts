import { createExperienceBook, type ExperienceBook } from '../experiences/experience.ts';
import { createCooperationBook, type CooperationBook } from '../cooperation/book.ts';
import { createVerificationBook, type VerificationBook } from '../verification/book.ts';
import { createHonourBook, type HonourBook } from '../honours/book.ts';
import type { StandardsBook } from '../standards/book.ts';
import { createCheersBook, type CheersBook } from '../cheers/book.ts';
import { createEmbedding, type Embedding } from '../vocabulary/embedding.ts';
import { createCalendar, type Calendar } from '../vocabulary/calendar.ts';
import { createMembersBook, type MembersBook } from '../members/book.ts';
import { createPrivacyRules, type PrivacyRules } from '../vocabulary/privacy.ts';
import { createDisplayBook, type DisplayBook } from '../displays/book.ts';
import { createMachineBook, type MachineBook } from '../machines/book.ts';
import type { Look } from '../vocabulary/look.ts';
import type { ImportBook } from '../lifecycle/book.ts';
import type { DriveBook } from '../drives/book.ts';
import type { Versions } from '../editing/versions.ts';

/**
 * What a board holds beside its vocabulary and its metrics, one book for each area. Books are plain
 * data (maps, arrays, numbers, strings): structured clone copies them into snapshots and previews.
 */
export interface Books {
  experiences: ExperienceBook;
  cooperation: CooperationBook;
  verification: VerificationBook;
  honours: HonourBook;
  calendar: Calendar;
  embedding: Embedding;
  look: Look;
  cheers: CheersBook;
  standards: StandardsBook;
  drives: DriveBook;
  displays: DisplayBook;
  machines: MachineBook;
  versions: Versions;
  members: MembersBook;
  privacy: PrivacyRules;
  imports: ImportBook;
}

export function createBooks(): Books {
  return {
    experiences: createExperienceBook(),
    cooperation: createCooperationBook(),
    verification: createVerificationBook(),
    honours: createHonourBook(),
    calendar: createCalendar(),
    embedding: createEmbedding(),
    look: {},
    cheers: createCheersBook(),
    standards: new Map(),
    drives: new Map(),
    displays: createDisplayBook(),
    machines: createMachineBook(),
    versions: new Map(),
    members: createMembersBook(),
    privacy: createPrivacyRules(),
    imports: new Map(),
  };
}
