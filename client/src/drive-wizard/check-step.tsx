import { useTranslation } from 'react-i18next';
import { formatSpan } from '../drives/span.ts';
import form from '../ui/form.module.css';
import { formatDate } from '../ui/format.ts';
import { fieldName } from '../ui/say-problem.ts';
import { DryRun } from './dry-run.tsx';
import { Finish } from './finish.tsx';
import { bodyOf, pointsOf } from './form-body.ts';
import { takesPart } from './members.ts';
import { stepOf, type Step } from './steps.ts';
import { useWizard } from './wizard.ts';
import checkCss from './check.module.css';

function Line({ label, step, children }: { label: string; step: Step; children: React.ReactNode }) {
  const { t } = useTranslation('wizard');
  const { go, isBusy } = useWizard();
  return (
    <div className={checkCss.line}>
      <dt>{label}</dt>
      <dd>
        <div className={checkCss.said}>{children}</div>
        <button
          type="button"
          className={checkCss.change}
          disabled={isBusy}
          onClick={() => go(step)}
          aria-label={t('check.change', { what: label })}
        >
          {t('check.changeIt')}
        </button>
      </dd>
    </div>
  );
}

/** Errors with the way to their fields. */
function WhatIsWrong() {
  const { t } = useTranslation('wizard');
  const { faults, go } = useWizard();
  if (faults.length === 0) return null;
  return (
    <section className={form.wrong} role="alert">
      <p>{t('check.wrong', { count: faults.length })}</p>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.path} ${fault.message}`}>
            <button
              type="button"
              className={checkCss.change}
              onClick={() => go(stepOf(fault.path))}
            >
              {t(`step.${stepOf(fault.path)}`)}
            </button>{' '}
            {fieldName(fault.path)}: {fault.message}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Moments() {
  const { t } = useTranslation('wizard');
  const { form: drive, timeZone } = useWizard();
  const { pledgesUntil, reviewOn, graceHours } = drive;
  const { freezeAt } = bodyOf(drive, timeZone);
  const day = (date: string) => formatDate(date, timeZone);
  const moments = [
    ...(pledgesUntil ? [`${t('plan.pledgesUntil')}: ${day(pledgesUntil)}`] : []),
    ...(reviewOn ? [`${t('plan.reviewOn')}: ${day(reviewOn)}`] : []),
    ...(freezeAt ? [`${t('plan.freezeAt')}: ${day(freezeAt)}`] : []),
    t('check.grace', { hours: graceHours || '0' }),
  ];
  return moments.map((moment) => <p key={moment}>{moment}</p>);
}

function Tasks() {
  const { t } = useTranslation('wizard');
  const { form: drive, vocabulary } = useWizard();
  if (drive.tasks.length === 0) return <p>{t('check.noTasks')}</p>;
  return drive.tasks.map((task) => (
    <p key={task.id}>
      {task.name || (vocabulary.metrics.get(task.metric)?.name ?? task.metric)}:{' '}
      <strong>
        {task.baseline || '–'} → {task.target || '–'}
      </strong>{' '}
      {vocabulary.metrics.get(task.metric)?.unitOfMeasure}{' '}
      <span className={form.hint}>{t('drives:tasks.weight', { weight: task.weight })}</span>
    </p>
  ));
}

/** Everything at a glance, what the ranking would have been, and what to do with it. */
export function CheckStep() {
  const { t } = useTranslation('wizard');
  const { form: drive, vocabulary, saved, isUnsaved, refused } = useWizard();
  const units = [...vocabulary.units.values()];
  const count = units.filter((unit) => takesPart(drive.members, unit)).length;
  const isWhole = drive.from !== '' && drive.to !== '' && drive.from <= drive.to;
  return (
    <>
      <WhatIsWrong />
      {refused !== undefined && (
        <p className={form.wrong} role="alert">
          {t('notSaved', { why: refused })}
        </p>
      )}
      <dl className={checkCss.summary}>
        <Line label={t('plan.name')} step="plan">
          <p>
            <strong>{drive.name || '–'}</strong>
          </p>
          {drive.objectives !== '' && <p className={checkCss.objectives}>{drive.objectives}</p>}
        </Line>
        <Line label={t('check.period')} step="plan">
          <p>{isWhole ? formatSpan(drive.from, drive.to) : `${drive.from} – ${drive.to}`}</p>
          <Moments />
        </Line>
        <Line label={t('step.members')} step="members">
          <p>{t('members.count', { count, all: units.length })}</p>
        </Line>
        <Line label={t('step.tasks')} step="tasks">
          <Tasks />
        </Line>
        <Line label={t('step.scoring')} step="scoring">
          <p>
            {drive.scoring === 'fulfilment'
              ? t('drives:scoring.fulfilment', { cap: drive.capPercent })
              : t('drives:scoring.placing', { points: pointsOf(drive.points).join(', ') })}
          </p>
        </Line>
      </dl>
      <Finish />
      {saved && !isUnsaved ? (
        <DryRun drive={saved} />
      ) : (
        <p className={form.hint}>{t('check.dryRunLater')}</p>
      )}
    </>
  );
}
