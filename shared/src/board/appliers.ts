import { experienceAppliers } from '../experiences/apply.ts';
import { cooperationAppliers } from '../cooperation/apply.ts';
import { deskAppliers } from '../desk/apply.ts';
import { displayAppliers } from '../displays/appliers.ts';
import { driveAppliers } from '../drives/apply-drive.ts';
import type { FactType } from '../ledger/entry.ts';
import { verificationAppliers } from '../verification/apply.ts';
import { cheersAppliers } from '../cheers/apply.ts';
import { embeddingAppliers } from '../embedding/apply.ts';
import { lookAppliers } from '../look/apply.ts';
import { memberAppliers } from '../members/apply.ts';
import { privacyAppliers } from '../privacy/apply.ts';
import { calendarAppliers } from '../calendar/apply.ts';
import { standardAppliers } from '../standards/apply.ts';
import { applyAnnulment, applyCorrection, applyVerification } from './apply-change.ts';
import { applyResult } from './apply-result.ts';
import { applyMetric, applyOpening, applySector, applyUnit } from './apply-vocabulary.ts';
import { closeImport, lifecycleAppliers } from '../lifecycle/apply.ts';
import { honourAppliers } from '../honours/appliers.ts';
import { machineAppliers } from '../machines/apply.ts';
import type { Appliers } from './effect.ts';

/** How each fact is applied; a family of facts brings its own table. */
export const appliers: Appliers<FactType> = {
  'board.opened': applyOpening,
  'sector.put': applySector,
  'unit.put': applyUnit,
  'metric.put': applyMetric,
  'result.posted': applyResult,
  'result.verified': applyVerification,
  'result.annulled': applyAnnulment,
  'result.corrected': applyCorrection,
  ...experienceAppliers,
  ...cooperationAppliers,
  ...verificationAppliers,
  ...honourAppliers,
  ...calendarAppliers,
  ...embeddingAppliers,
  ...lookAppliers,
  ...cheersAppliers,
  ...standardAppliers,
  ...driveAppliers,
  ...displayAppliers,
  ...deskAppliers,
  ...machineAppliers,
  ...memberAppliers,
  ...privacyAppliers,
  ...lifecycleAppliers,
  'import.closed': (state, fact, entry) => {
    closeImport(state, fact, entry);
    const { results, units, metrics, quiet = true } = fact;
    return { happenings: quiet ? [{ kind: 'import', results, units, metrics }] : [] };
  },
};
