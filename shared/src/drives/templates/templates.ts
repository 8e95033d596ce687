import { peopleTemplates } from './people.ts';
import { productionTemplates } from './production.ts';
import type { SilentTemplate } from './say-template.ts';
import { serviceTemplates } from './service.ts';

/** Drives that many workplaces want, with placeholders where the board's own metrics belong. */
export const driveTemplates: readonly SilentTemplate[] = [
  ...productionTemplates,
  ...serviceTemplates,
  ...peopleTemplates,
];
