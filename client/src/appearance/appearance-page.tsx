import type { Look } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { putLook } from '../api/look.ts';
import { Conflict } from '../editing/conflict.tsx';
import { useGuardedSave } from '../editing/use-guarded-save.ts';
import { choosable } from '../i18n/words.ts';
import { useVocabulary } from '../store/board-store.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import { useLook } from '../ui/board-look.tsx';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
import { NotFound } from '../ui/not-found.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { StewardsOnly } from '../ui/stewards-only.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import styles from './appearance.module.css';
import { ColourField } from './colour-field.tsx';
import { LogoField } from './logo-field.tsx';
import { draftOf, faultOf, lookBodyOf, lookOf, type LookDraft } from './look-draft.ts';
import { Preview, usual } from './preview.tsx';
import { Refused } from '../ui/refused.tsx';

interface Props {
  board: string;
  name: string;
  look: Look;
}

function Form({ board, name, look }: Props) {
  const { t } = useTranslation('appearance');
  const [draft, setDraft] = useState(() => draftOf(look));
  const [isSaved, setSaved] = useState(false);
  const { isBusy, refused, submit } = useSubmit(() => setSaved(true));
  const guarded = useGuardedSave<Look>(
    { board, kind: 'look', id: '' },
    (look, headers) => putLook(board, lookBodyOf(draftOf(look)), headers),
    (theirs) => setDraft(draftOf(theirs)),
  );
  const change = (fields: Partial<LookDraft>) => {
    setSaved(false);
    setDraft((old) => ({ ...old, ...fields }));
  };
  const isWrong = [draft.accent, draft.second].some((colour) => faultOf(colour));
  return (
    <form
      className={styles.columns}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWrong) submit(() => guarded.save(lookOf(draft)));
      }}
    >
      <div className={styles.fields}>
        <fieldset className={styles.group}>
          <legend>{t('colours')}</legend>
          {(['accent', 'second'] as const).map((each) => (
            <ColourField
              key={each}
              name={each}
              value={draft[each]}
              usual={each === 'accent' ? usual.dark : '#f6f3ea'}
              onChange={(colour) => change({ [each]: colour })}
            />
          ))}
        </fieldset>
        <LogoField board={board} logo={draft.logo} onChange={(logo) => change({ logo })} />
        <label className={form.field}>
          <span>{t('language')}</span>
          <select
            value={draft.language}
            onChange={(event) => change({ language: event.target.value })}
          >
            <option value="">{t('noLanguage')}</option>
            {choosable.map(({ code, name: own }) => (
              <option key={code} value={code} lang={code}>
                {own}
              </option>
            ))}
          </select>
          <span className={form.hint}>{t('languageHint')}</span>
        </label>
        <Refused why={refused} />
        <Conflict guarded={guarded} onSaved={() => setSaved(true)} />
        <p role="status">{isSaved && t('saved')}</p>
        <div className={form.actions}>
          <button type="submit" className={button.primary} disabled={isBusy || isWrong}>
            {t('save')}
          </button>
          <button type="button" className={button.button} onClick={() => change(draftOf({}))}>
            {t('reset')}
          </button>
        </div>
      </div>
      <Preview board={board} name={name} draft={draft} />
    </form>
  );
}

/** Where a steward gives the board its own colours, its logo and the language it speaks. */
export function AppearancePage({ board }: { board: string }) {
  const { t } = useTranslation('appearance');
  const vocabulary = useVocabulary(board);
  const look = useLook(board);
  if (vocabulary.status === 'missing') return <NotFound what="board" />;
  if (!vocabulary.board) return <BoardLoading board={board} />;
  const { name } = vocabulary.board;
  return (
    <PageFrame board={board} name={name} title={t('title', { board: name })}>
      <StewardsOnly title={t('stewards')} text={t('stewardsText')}>
        <div className={styles.page}>
          <header>
            <h1>{t('heading')}</h1>
            <p className={styles.lead}>{t('lead')}</p>
          </header>
          <Form board={board} name={name} look={look} />
        </div>
      </StewardsOnly>
    </PageFrame>
  );
}
