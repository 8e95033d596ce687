import type { DriveTemplate } from '../../protocol/http/drive.ts';
import { peopleTemplates } from './people.ts';
import { productionTemplates } from './production.ts';
import { serviceTemplates } from './service.ts';

/** Drives that many workplaces want, with placeholders where the board's own metrics belong. */
export const driveTemplates: DriveTemplate[] = [
  ...productionTemplates,
  ...serviceTemplates,
  ...peopleTemplates,
];
