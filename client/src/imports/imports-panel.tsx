import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRecordAnswer } from '@emulation/shared';
import { listImports } from '../api/imports.ts';
import type { Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import panel from '../ui/panel.module.css';
import { useAsked } from '../ui/use-asked.ts';
import { CheckedPart } from './checked-part.tsx';
import { FileChoice } from './file-choice.tsx';
import { ImportList } from './import-list.tsx';
import { MappingPart } from './mapping-part.tsx';
import { useImport } from './use-import.ts';
import { WorkPart } from './work-part.tsx';

interface Props {
  board: string;
  vocabulary: Vocabulary;
}

async function readAll(board: string, signal: AbortSignal): Promise<ImportRecordAnswer[]> {
  const found: ImportRecordAnswer[] = [];
  let before: string | undefined;
  do {
    const { imports, next } = await listImports(board, before, signal);
    found.push(...imports);
    before = next;
  } while (before !== undefined);
  return found;
}

/** A file becomes results; below it what was imported before, and how to take it back. */
export function ImportsPanel({ board, vocabulary }: Props) {
  const { t } = useTranslation('imports');
  const ask = useCallback((signal: AbortSignal) => readAll(board, signal), [board]);
  const [asked, again] = useAsked(ask);
  const flow = useImport(board, again);
  const { stage, chosen } = flow;
  return (
    <>
      <section className={panel.panel} aria-labelledby="import-new">
        <h2 id="import-new">{t('new')}</h2>
        {stage.kind === 'choosing' && <FileChoice flow={flow} />}
        {chosen && stage.kind === 'mapping' && (
          <MappingPart flow={flow} chosen={chosen} vocabulary={vocabulary} />
        )}
        {stage.kind === 'working' && <WorkPart flow={flow} stage={stage} />}
        {chosen && (stage.kind === 'checked' || stage.kind === 'done') && (
          <CheckedPart board={board} flow={flow} chosen={chosen} stage={stage} />
        )}
      </section>
      <section className={panel.panel} aria-labelledby="import-past">
        <h2 id="import-past">{t('past')}</h2>
        {asked.kind === 'asking' && <Loading />}
        {asked.kind === 'failed' && (
          <Notice
            title={t('failed')}
            actions={
              <button type="button" className={button.button} onClick={again}>
                {t('common:failed.retry')}
              </button>
            }
          />
        )}
        {asked.kind === 'answered' && (
          <ImportList
            board={board}
            vocabulary={vocabulary}
            imports={asked.value}
            onUndone={again}
          />
        )}
      </section>
    </>
  );
}
