import { dateOfDay, dayNumber } from '@emulation/shared';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { readDrive, type DriveAnswer } from '../api/drives.ts';
import { useAnswer } from '../drives/use-answer.ts';
import { useVocabulary, type Vocabulary } from '../store/board-store.ts';
import { useRole } from '../store/session.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import button from '../ui/button.module.css';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { dateIn } from '../ui/zone-clock.ts';
import { CheckStep } from './check-step.tsx';
import { formOf } from './form-body.ts';
import { forgetForm, keptForm } from './kept-form.ts';
import { MembersStep } from './members-step.tsx';
import { PlanStep } from './plan-step.tsx';
import { ScoringStep } from './scoring-step.tsx';
import { StartStep } from './start-step.tsx';
import type { Step } from './steps.ts';
import { TasksStep } from './tasks-step.tsx';
import { useWizardState } from './use-wizard-state.ts';
import { WizardContext } from './wizard.ts';
import { emptyForm, type WizardForm } from './wizard-form.ts';
import { WizardFrame } from './wizard-frame.tsx';
import styles from './wizard.module.css';

const pages: Readonly<Record<Step, () => React.ReactNode>> = {
  start: StartStep,
  plan: PlanStep,
  members: MembersStep,
  tasks: TasksStep,
  scoring: ScoringStep,
  check: CheckStep,
};

interface Props {
  board: string;
  vocabulary: Vocabulary;
  timeZone: string;
  drive: DriveAnswer | undefined;
}

/** Four weeks from tomorrow, until somebody says otherwise. */
function blankForm(timeZone: string): WizardForm {
  const tomorrow = dayNumber(dateIn(timeZone, Date.now())) + 1;
  return emptyForm(dateOfDay(tomorrow), dateOfDay(tomorrow + 27));
}

function Steps({ form, ...props }: Props & { form: WizardForm }) {
  const wizard = useWizardState({ ...props, form });
  const { step } = wizard;
  const Page = pages[step];
  return (
    <WizardContext value={wizard}>
      <WizardFrame step={step}>
        <Page />
      </WizardFrame>
    </WizardContext>
  );
}

/** What was written here and not saved comes back, and says so. */
function Wizard(props: Props) {
  const { t } = useTranslation('wizard');
  const { board, drive, timeZone } = props;
  const [base] = useState(() => (drive ? formOf(drive, timeZone) : blankForm(timeZone)));
  const [kept, setKept] = useState(() => keptForm(board, drive?.id ?? 'new', base));
  const forget = () => {
    forgetForm(board, drive?.id ?? 'new');
    setKept(undefined);
  };
  return (
    <>
      {kept && (
        <p className={styles.restored} role="status">
          <span>{t('restored')}</span>
          <button type="button" className={button.button} onClick={forget}>
            {t(drive ? 'takeSaved' : 'beginAnew')}
          </button>
        </p>
      )}
      <Steps key={kept ? 'kept' : 'base'} {...props} form={kept ?? base} />
    </>
  );
}

function Existing({ id, ...props }: Omit<Props, 'drive'> & { id: string }) {
  const { t } = useTranslation('wizard');
  const { board } = props;
  const ask = useCallback((signal: AbortSignal) => readDrive(board, id, signal), [board, id]);
  const answer = useAnswer(ask, 0);
  if (answer.kind === 'loading') return <Loading />;
  if (answer.value) return <Wizard {...props} drive={answer.value} />;
  return (
    <Notice
      title={t('drives:missing')}
      whole
      actions={
        <Link href={`/b/${board}/drives`} className={button.button}>
          {t('drives:all')}
        </Link>
      }
    >
      {t('drives:missingText')}
    </Notice>
  );
}

/** A steward writes a drive, or changes one; without `id` a new one. */
export function WizardPage({ board, id }: { board: string; id?: string }) {
  const { t } = useTranslation('wizard');
  const vocabulary = useVocabulary(board);
  const role = useRole();
  if (vocabulary.status === 'missing') return <NotFound what="board" />;
  if (!vocabulary.board) return <BoardLoading board={board} />;
  const { name, timeZone } = vocabulary.board;
  const props = { board, vocabulary, timeZone };
  return (
    <PageFrame board={board} name={name} title={`${t(id ? 'changeTitle' : 'new')} · ${name}`}>
      {role === 'unknown' ? (
        <Loading />
      ) : role !== 'steward' ? (
        <Notice title={t('stewardOnly')} whole>
          {t('stewardOnlyText')}
        </Notice>
      ) : id === undefined ? (
        <Wizard {...props} drive={undefined} />
      ) : (
        <Existing {...props} id={id} />
      )}
    </PageFrame>
  );
}
