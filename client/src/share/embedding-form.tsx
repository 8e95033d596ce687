import type { EmbeddingAnswer } from '@emulation/shared';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/request.ts';
import { Conflict } from '../editing/conflict.tsx';
import { Overtake, useGuardedSave } from '../editing/use-guarded-save.ts';
import button from '../ui/button.module.css';
import { sayProblem } from '../ui/say-problem.ts';
import styles from './share.module.css';

const lines = (text: string) => text.split(/\s+/).filter((line) => line !== '');

/** For stewards: whose pages may frame the board. */
export function EmbeddingForm({ board }: { board: string }) {
  const { t } = useTranslation('share');
  const id = useId();
  const [text, setText] = useState<string>();
  const [said, setSaid] = useState<{ text: string; isError: boolean }>();
  const path = `/boards/${board}/embedding`;
  useEffect(() => {
    request<EmbeddingAnswer>(path).then(
      ({ origins }) => setText(origins.join('\n')),
      async (error: unknown) => setSaid({ text: await sayProblem(error), isError: true }),
    );
  }, [path]);
  const take = ({ origins }: EmbeddingAnswer) => setText(origins.join('\n'));
  const done = () => setSaid({ text: t('embed.saved'), isError: false });
  const guarded = useGuardedSave<EmbeddingAnswer>(
    { board, kind: 'embedding', id: '' },
    async (body, headers) =>
      take(await request<EmbeddingAnswer>(path, { method: 'PUT', body, headers })),
    take,
  );
  const save = async (origins: string[]) => {
    try {
      await guarded.save({ origins });
      done();
    } catch (error) {
      if (error instanceof Overtake) return;
      setSaid({ text: await sayProblem(error), isError: true });
    }
  };
  return (
    <form
      className={styles.copy}
      onSubmit={(event) => {
        event.preventDefault();
        void save(lines(text ?? ''));
      }}
    >
      <label htmlFor={id}>{t('embed.origins')}</label>
      <textarea
        id={id}
        rows={3}
        value={text ?? ''}
        disabled={text === undefined}
        placeholder="https://intranet.example"
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className={button.button} disabled={text === undefined}>
        {t('embed.save')}
      </button>
      <Conflict guarded={guarded} onSaved={done} />
      <span role={said?.isError ? 'alert' : 'status'}>{said?.text}</span>
    </form>
  );
}
