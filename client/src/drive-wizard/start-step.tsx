import { dateOfDay, dayNumber, sayTemplate, type DriveTemplate } from '@emulation/shared';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { driveTemplates } from '../api/drive-writing.ts';
import { listDrives, readDrive } from '../api/drives.ts';
import { useAnswer } from '../drives/use-answer.ts';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
import { Loading } from '../ui/loading.tsx';
import { formOf } from './form-body.ts';
import { fillFromTemplate, guessMapping } from './from-template.ts';
import { TemplateMapping } from './template-mapping.tsx';
import { fillPlans } from './use-earlier.ts';
import { useWizard } from './wizard.ts';
import type { WizardForm } from './wizard-form.ts';
import startCss from './start.module.css';
import styles from './wizard.module.css';

const askTemplates = (signal: AbortSignal) => driveTemplates(signal);

/** Fills the plans from what was reached before, and goes on. */
function useBegin() {
  const wizard = useWizard();
  const [isFilling, setFilling] = useState(false);
  const begin = async (form: WizardForm) => {
    setFilling(true);
    wizard.begin(await fillPlans({ ...wizard, form }));
  };
  return { isFilling, begin };
}

/** In the language of the page; one that only a newer server knows stays English. */
function useSayTemplate(): (template: DriveTemplate) => DriveTemplate {
  const { t, i18n } = useTranslation('drive-templates');
  return (template) =>
    i18n.exists(`drive-templates:${template.id}.name`) ? sayTemplate(template, t) : template;
}

function Template({ template, onBack }: { template: DriveTemplate; onBack: () => void }) {
  const { t } = useTranslation('wizard');
  const say = useSayTemplate();
  const spoken = say(template);
  const { form: drive, vocabulary } = useWizard();
  const [mapping, setMapping] = useState(() =>
    guessMapping([spoken, template], [...vocabulary.metrics.values()]),
  );
  const { isFilling, begin } = useBegin();
  const to = dateOfDay(dayNumber(drive.from) + template.days - 1);
  const isMapped = template.tasks.some(({ metric }) => mapping[metric]);
  return (
    <section className={startCss.chosen} aria-labelledby="template">
      <h3 id="template">{spoken.name}</h3>
      <p>{spoken.about}</p>
      <TemplateMapping template={spoken} mapping={mapping} onChange={setMapping} />
      <p className={form.actions}>
        <button
          type="button"
          className={button.primary}
          disabled={!isMapped || isFilling}
          onClick={() => void begin({ ...fillFromTemplate(drive, spoken, mapping), to })}
        >
          {t('start.use')}
        </button>
        <button type="button" className={button.button} onClick={onBack}>
          {t('start.other')}
        </button>
      </p>
      {!isMapped && <p className={form.hint}>{t('start.mapOne')}</p>}
    </section>
  );
}

/** An earlier drive again, over as many days from tomorrow. */
function Copies() {
  const { t } = useTranslation('wizard');
  const { board, form: drive, timeZone, begin } = useWizard();
  const ask = useCallback((signal: AbortSignal) => listDrives(board, signal), [board]);
  const answer = useAnswer(ask, 0);
  const drives = 'value' in answer ? (answer.value?.drives ?? []) : [];
  const copy = async (id: string) => {
    const body = await readDrive(board, id);
    const copied = formOf(body, timeZone);
    const days = dayNumber(body.to) - dayNumber(body.from);
    const to = dateOfDay(dayNumber(drive.from) + days);
    const moments = { pledgesUntil: '', reviewOn: '', freezeAt: '' };
    begin({ ...copied, ...moments, from: drive.from, to });
  };
  if (drives.length === 0) return null;
  return (
    <section className={styles.group} aria-labelledby="copies">
      <h3 id="copies">{t('start.copy')}</h3>
      <ul className={startCss.copies}>
        {drives.map(({ id, name, from }) => (
          <li key={id}>
            <button type="button" className={button.button} onClick={() => void copy(id)}>
              {name} · {from.slice(0, 4)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where a new drive begins: from a template, from an earlier drive, or from nothing. */
export function StartStep() {
  const { t } = useTranslation('wizard');
  const { go } = useWizard();
  const say = useSayTemplate();
  const [chosen, setChosen] = useState<DriveTemplate>();
  const answer = useAnswer(askTemplates, 0);
  if (chosen) return <Template template={chosen} onBack={() => setChosen(undefined)} />;
  const templates = 'value' in answer ? (answer.value?.templates ?? []) : [];
  return (
    <>
      <p>
        <button type="button" className={button.primary} onClick={() => go('plan')}>
          {t('start.nothing')}
        </button>
      </p>
      <Copies />
      <h3>{t('start.templates')}</h3>
      {answer.kind === 'loading' && <Loading />}
      {answer.kind === 'failed' && <p role="alert">{t('start.unread')}</p>}
      <ul className={startCss.templates}>
        {templates.map((template) => (
          <li key={template.id}>
            <button type="button" className={startCss.template} onClick={() => setChosen(template)}>
              <small>
                {t(`field.${template.field}`, { defaultValue: template.field })} ·{' '}
                {t('drives:days', { count: template.days })}
              </small>
              <strong>{say(template).name}</strong>
              <span>{say(template).about}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
