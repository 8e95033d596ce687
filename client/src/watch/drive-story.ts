import { driveHappeningKinds, type DriveHappeningBody, type Happening } from '@emulation/shared';
import { nameUnits, unitName, type Words } from './story-names.ts';

export type DriveHappening = Extract<Happening, DriveHappeningBody>;

export function isDriveHappening(happening: Happening): happening is DriveHappening {
  return happening.kind in driveHappeningKinds;
}

/** What happened to a drive, as a sentence. */
export function sayDrive(words: Words, happening: DriveHappening): string {
  const { t } = words;
  const { name } = happening;
  switch (happening.kind) {
    case 'drive-revealed':
      return t('feed.drive-revealed', { name, count: happening.count });
    case 'drive-finalised':
      return happening.leaders.length === 0
        ? t('feed.drive-finalisedAlone', { name })
        : t('feed.drive-finalised', {
            name,
            unit: nameUnits(words, happening.leaders),
            score: happening.score,
          });
    case 'pledge': {
      const count = Object.keys(happening.tasks).length;
      const unit = unitName(words, happening.unit);
      return count === 0
        ? t('feed.pledgeBack', { name, unit })
        : t('feed.pledge', { name, unit, count });
    }
    case 'drive-opened':
    case 'drive-started':
    case 'drive-review':
    case 'drive-frozen':
    case 'drive-closed':
      return t(`feed.${happening.kind}`, { name });
  }
}
