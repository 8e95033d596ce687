import {
  maxChangeCharacters,
  maxNeedsCharacters,
  type ExperienceRow,
  type ExperienceText,
} from '@emulation/shared';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { putExperience } from '../api/experiences.ts';
import type { Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { formatDate } from '../ui/format.ts';
import form from '../ui/form.module.css';
import { newId } from '../ui/new-id.ts';
import { Select } from '../ui/select.tsx';
import { UnitSelect } from '../ui/unit-select.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import { Article } from './article.tsx';
import {
  bodyOf,
  draftOf,
  emptyDraft,
  forgetDraft,
  idFor,
  keepDraft,
  recallDraft,
  type Draft,
} from './draft.ts';
import { zoneOf } from './experience-parts.ts';
import styles from './form.module.css';
import { LinkFields } from './link-fields.tsx';
import { PictureFields } from './picture-fields.tsx';
import { SourceFields } from './source-fields.tsx';
import { Refused } from '../ui/refused.tsx';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  experiences: ReadonlyMap<string, ExperienceRow>;
  /** What is edited; nothing where a new one is written. */
  text?: ExperienceText;
  /** From the address: the unit and metric somebody came from. */
  given: Partial<Draft>;
}

interface FieldsProps {
  draft: Draft;
  onChange: (fields: Partial<Draft>) => void;
}

type Named = Pick<Props, 'vocabulary'> & { isFixed: boolean };

function WhoFields({ draft, onChange, vocabulary, isFixed }: FieldsProps & Named) {
  const { t } = useTranslation('experience');
  const metrics = [...vocabulary.metrics.values()];
  return (
    <div className={styles.pair}>
      <UnitSelect
        label={t('form.unit')}
        vocabulary={vocabulary}
        value={draft.unit}
        onChange={(unit) => onChange({ unit, proof: '' })}
        isRequired
        isDisabled={isFixed}
        {...(isFixed ? { hint: t('form.fixed') } : {})}
      />
      <Select
        label={t('form.metric')}
        options={metrics.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.metric}
        onChange={(metric) => onChange({ metric, proof: '' })}
        placeholder={t('form.choose')}
        isRequired
        isDisabled={isFixed}
      />
    </div>
  );
}

function TextFields({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation('experience');
  return (
    <>
      <label className={form.field}>
        <span>{t('form.name')}</span>
        <input
          required
          maxLength={200}
          value={draft.title}
          onChange={(event) => onChange({ title: event.target.value })}
        />
        <span className={form.hint}>{t('form.nameHint')}</span>
      </label>
      <label className={form.field}>
        <span>{t('change')}</span>
        <textarea
          required
          rows={9}
          maxLength={maxChangeCharacters}
          value={draft.change}
          onChange={(event) => onChange({ change: event.target.value })}
        />
        <span className={form.hint}>{t('form.changeHint')}</span>
      </label>
      <label className={form.field}>
        <span>{t('needs')}</span>
        <textarea
          rows={5}
          maxLength={maxNeedsCharacters}
          value={draft.needs}
          onChange={(event) => onChange({ needs: event.target.value })}
        />
        <span className={form.hint}>{t('form.needsHint')}</span>
      </label>
    </>
  );
}

/** The draft of this device where there is one, and what keeps it there as it changes. */
function useDraft(board: string, key: string, start: Draft) {
  const [kept] = useState(() => recallDraft(board, key));
  const [draft, setDraft] = useState(kept?.draft ?? start);
  const [isTouched, setTouched] = useState(false);
  const [restoredAt, setRestoredAt] = useState(kept?.at);
  useEffect(() => {
    if (isTouched) keepDraft(board, key, draft);
  }, [board, key, draft, isTouched]);
  const change = (next: (old: Draft) => Draft) => {
    setTouched(true);
    setDraft(next);
  };
  const discard = () => {
    forgetDraft(board, key);
    setTouched(false);
    setRestoredAt(undefined);
    setDraft(start);
  };
  return { draft, change, discard, restoredAt };
}

function Restored({ at, timeZone, onDiscard }: RestoredProps) {
  const { t } = useTranslation('experience');
  return (
    <p className={styles.restored} role="status">
      {t('form.draftKept', { date: formatDate(at, timeZone) })}
      <button type="button" className={styles.quiet} onClick={onDiscard}>
        {t('form.discard')}
      </button>
    </p>
  );
}

interface RestoredProps {
  at: string;
  timeZone: string;
  onDiscard: () => void;
}

/** Writes an experience, with what readers will see beside it. */
export function ExperienceForm({ board, vocabulary, experiences, text, given }: Props) {
  const { t } = useTranslation('experience');
  const [, navigate] = useLocation();
  const [random] = useState(newId);
  const key = text?.id ?? 'new';
  const start = text ? draftOf(text) : emptyDraft(given);
  const { draft, change, discard, restoredAt } = useDraft(board, key, start);
  const id = text?.id ?? idFor(draft.title, random);
  const { isBusy, refused, submit } = useSubmit(() => {
    forgetDraft(board, key);
    navigate(`/b/${board}/experience/${id}`);
  });
  const set = (fields: Partial<Draft>) => change((old) => ({ ...old, ...fields }));
  const publish = (event: FormEvent) => {
    event.preventDefault();
    submit(() => putExperience(board, id, bodyOf(draft)));
  };
  const fields = { draft, onChange: set };
  const shownLinks = draft.links.filter(({ url }) => /^https?:\/\/./i.test(url));
  return (
    <div className={styles.columns}>
      <form className={form.form} onSubmit={publish}>
        {restoredAt !== undefined && (
          <Restored at={restoredAt} timeZone={zoneOf(vocabulary)} onDiscard={discard} />
        )}
        <WhoFields {...fields} vocabulary={vocabulary} isFixed={text !== undefined} />
        <TextFields {...fields} />
        <PictureFields
          board={board}
          pictures={draft.pictures}
          onChange={(next) => change((old) => ({ ...old, pictures: next(old.pictures) }))}
        />
        <LinkFields links={draft.links} onChange={(links) => set({ links })} />
        <SourceFields {...{ board, vocabulary, experiences }} {...fields} own={id} />
        <Refused why={refused} />
        <p className={form.actions}>
          <button type="submit" className={button.primary} disabled={isBusy}>
            {t(text ? 'form.save' : 'form.publish')}
          </button>
        </p>
      </form>
      <section className={styles.preview} aria-label={t('form.preview')}>
        <p className={styles.previewLabel}>{t('form.preview')}</p>
        {draft.title !== '' && <h2>{draft.title}</h2>}
        <Article board={board} content={{ ...draft, links: shownLinks }} />
      </section>
    </div>
  );
}
