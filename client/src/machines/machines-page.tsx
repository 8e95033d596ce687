import { useTranslation } from 'react-i18next';
import { useVocabulary, type Vocabulary } from '../store/board-store.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { StewardsOnly } from '../ui/stewards-only.tsx';
import page from '../ui/page.module.css';
import { useQueryState } from '../ui/query-state.ts';
import { Tabs } from '../ui/tabs.tsx';
import { MappingsPanel } from './mappings-panel.tsx';
import { TokensPanel } from './tokens-panel.tsx';
import { WebhooksPanel } from './webhooks-panel.tsx';

const tabs = ['webhooks', 'mqtt', 'tokens'] as const;

function Stewards({ board, vocabulary }: { board: string; vocabulary: Vocabulary }) {
  const { t } = useTranslation('machines');
  const [search, change] = useQueryState();
  const open = tabs.find((tab) => tab === search.get('tab')) ?? 'webhooks';
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const contents = {
    webhooks: <WebhooksPanel board={board} timeZone={timeZone} />,
    mqtt: <MappingsPanel board={board} timeZone={timeZone} />,
    tokens: <TokensPanel board={board} vocabulary={vocabulary} />,
  };
  return (
    <>
      <header className={page.head}>
        <h1>{t('heading')}</h1>
        <p className={page.quiet}>{t('lead')}</p>
      </header>
      <div className={page.body}>
        <Tabs
          label={t('heading')}
          open={open}
          onOpen={(tab) => change({ tab })}
          tabs={tabs.map((id) => ({ id, label: t(`tabs.${id}`), content: contents[id] }))}
        />
      </div>
    </>
  );
}

/** Other systems: those that are told what happens, and those that results come from. */
export function MachinesPage({ board }: { board: string }) {
  const { t } = useTranslation('machines');
  const vocabulary = useVocabulary(board);
  if (vocabulary.status === 'missing') return <NotFound what="board" />;
  if (!vocabulary.board) return <BoardLoading board={board} />;
  const { name } = vocabulary.board;
  return (
    <PageFrame board={board} name={name} title={t('title', { board: name })}>
      <StewardsOnly title={t('stewards.title')} text={t('stewards.text')}>
        <Stewards board={board} vocabulary={vocabulary} />
      </StewardsOnly>
    </PageFrame>
  );
}
