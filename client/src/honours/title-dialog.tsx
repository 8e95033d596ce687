import type { Criterion, Title, TitleBody } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { putTitle, removeTitle } from '../api/honours.ts';
import { GuardedDialog } from '../editing/guarded-dialog.tsx';
import form from '../ui/form.module.css';
import { newId } from '../ui/new-id.ts';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
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
        <Select
          label={t('form.period')}
          options={periods.map((value) => ({ value, label: t(`period.${value}`) }))}
          value={period}
          onChange={setPeriod}
        />
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
  const take = (theirs: TitleBody) => {
    setName(theirs.name);
    setWords(theirs.words);
    setChoice(choiceOf(theirs.criterion));
    setCount(countOf(theirs.criterion));
    setPeriod(theirs.period);
  };
  return (
    <GuardedDialog<TitleBody>
      title={t(title ? 'titles.edit' : 'titles.add')}
      confirm={t('form.save')}
      place={{ board, kind: 'title', id }}
      body={() => ({ name, words, criterion: criterionOf(choice, count), period })}
      write={(body, headers) => putTitle(board, id, body, headers)}
      onTake={take}
      also={title && { label: t('titles.remove'), work: () => removeTitle(board, title.id) }}
      onClose={onClose}
    >
      <label className={form.field}>
        <span>{t('form.name')}</span>
        <input
          required
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <TextArea
        label={t('form.words')}
        hint={t('form.wordsHint')}
        value={words}
        onChange={setWords}
      />
      <Select
        label={t('form.criterion')}
        options={criterionChoices.map((value) => ({ value, label: t(`choice.${value}`) }))}
        value={choice}
        onChange={setChoice}
      />
      <CriterionFields {...{ choice, count, setCount, period, setPeriod }} />
    </GuardedDialog>
  );
}
