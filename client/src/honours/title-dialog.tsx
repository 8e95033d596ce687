import type { Criterion, Title, TitleBody } from '@emulation/shared';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { putTitle, removeTitle } from '../api/honours.ts';
import button from '../ui/button.module.css';
import { Dialog } from '../ui/dialog.tsx';
import form from '../ui/form.module.css';
import { newId } from '../ui/new-id.ts';
import { useSubmit } from '../ui/use-submit.ts';
import { criterionChoices, criterionOf, choiceOf } from './criterion-choice.ts';

interface Props {
  board: string;
  title?: Title;
  onClose: () => void;
}

const countOf = (criterion: Criterion): number => {
  if ('places' in criterion) return criterion.places;
  if ('atLeast' in criterion) return criterion.atLeast;
  return 'adoptions' in criterion ? criterion.adoptions : 1;
};

const periods: readonly TitleBody['period'][] = ['month', 'year', 'all'];

interface FieldsProps {
  choice: string;
  count: number;
  setCount: (count: number) => void;
  period: TitleBody['period'];
  setPeriod: (period: TitleBody['period']) => void;
}

/** What a criterion needs to know beside its kind. */
function CriterionFields({ choice, count, setCount, period, setPeriod }: FieldsProps) {
  const { t } = useTranslation('honours');
  const looksAtPeriod = !choice.startsWith('drive') && choice !== 'words';
  return (
    <>
      {choice !== 'words' && choice !== 'drive-sector' && (
        <label className={form.field}>
          <span>{t(/records|lift/.test(choice) ? 'form.atLeast' : 'form.places')}</span>
          <input
            type="number"
            min={1}
            max={50}
            required
            value={count}
            onChange={(event) => setCount(event.target.valueAsNumber || 1)}
          />
        </label>
      )}
      {looksAtPeriod && (
        <label className={form.field}>
          <span>{t('form.period')}</span>
          <select
            value={period}
            onChange={(event) =>
              setPeriod(periods.find((each) => each === event.target.value) ?? 'month')
            }
          >
            {periods.map((each) => (
              <option key={each} value={each}>
                {t(`period.${each}`)}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}

/** A steward writes what a title takes, and chooses what the board watches for. */
export function TitleDialog({ board, title, onClose }: Props) {
  const { t } = useTranslation('honours');
  const [id] = useState(() => title?.id ?? newId());
  const [name, setName] = useState(title?.name ?? '');
  const [words, setWords] = useState(title?.words ?? '');
  const [choice, setChoice] = useState(title ? choiceOf(title.criterion) : 'model-unit');
  const [count, setCount] = useState(title ? countOf(title.criterion) : 1);
  const [period, setPeriod] = useState(title?.period ?? 'month');
  const { isBusy, refused, submit } = useSubmit(onClose);
  const save = (event: FormEvent) => {
    event.preventDefault();
    submit(() =>
      putTitle(board, id, { name, words, criterion: criterionOf(choice, count), period }),
    );
  };
  return (
    <Dialog title={t(title ? 'titles.edit' : 'titles.add')} onClose={onClose}>
      <form className={form.form} onSubmit={save}>
        <label className={form.field}>
          <span>{t('form.name')}</span>
          <input
            required
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <label className={form.field}>
          <span>{t('form.words')}</span>
          <textarea
            required
            maxLength={2000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <span className={form.hint}>{t('form.wordsHint')}</span>
        </label>
        <label className={form.field}>
          <span>{t('form.criterion')}</span>
          <select value={choice} onChange={(event) => setChoice(event.target.value)}>
            {criterionChoices.map((each) => (
              <option key={each} value={each}>
                {t(`choice.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <CriterionFields {...{ choice, count, setCount, period, setPeriod }} />
        {refused !== undefined && (
          <p className={form.wrong} role="alert">
            {refused}
          </p>
        )}
        <p className={form.actions}>
          <button type="submit" className={button.primary} disabled={isBusy}>
            {t('form.save')}
          </button>
          {title && (
            <button
              type="button"
              className={button.button}
              disabled={isBusy}
              onClick={() => submit(() => removeTitle(board, title.id))}
            >
              {t('titles.remove')}
            </button>
          )}
        </p>
      </form>
    </Dialog>
  );
}
