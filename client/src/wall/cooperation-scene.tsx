import type { CooperationPair, CooperationRow } from '@emulation/shared';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { sortCooperation } from '../cooperation/pairs.ts';
import { useTopic, type Vocabulary } from '../store/board-store.ts';
import { localeOf } from '../ui/format.ts';
import { CooperationNetwork } from './cooperation-network.tsx';
import { EmptyScene } from './empty-scene.tsx';
import { betweenNames } from './fit.ts';
import { FittedMark } from './fitted-mark.tsx';
import { FittedText } from './fitted-text.tsx';
import type { SceneProps } from './scene-props.ts';
import { unitNames } from './story-words.ts';
import { WallHeader } from './wall-header.tsx';
import './cooperation.css';

/** Pairs that are named; all others are lines of the picture. */
const named = { landscape: 4, portrait: 5 };

function Pair({
  pair,
  at,
  vocabulary,
}: {
  pair: CooperationPair;
  at: number;
  vocabulary: Vocabulary;
}) {
  const { t } = useTranslation(['scenes', 'wall']);
  return (
    <li>
      <span className="cooperation-at">{at}</span>
      <span className="cooperation-units">
        <FittedText
          text={unitNames(vocabulary, pair.units).join(betweenNames)}
          max={3.81}
          min={2.4}
          lines={6}
          weight={700}
        />
      </span>
      <span className="cooperation-results">
        <FittedMark number={new Intl.NumberFormat(localeOf()).format(pair.results)} max={4.4} />
        <FittedText text={t('cooperation.results', { count: pair.results })} max={1.9} min={1.9} />
      </span>
    </li>
  );
}

/** Who works with whom: the whole network, and the pairs that did most together by name. */
export function CooperationScene({ board, vocabulary }: SceneProps) {
  const { t } = useTranslation(['scenes', 'wall']);
  const { rows } = useTopic<CooperationRow>(board, 'cooperation');
  const { summary, pairs } = useMemo(() => sortCooperation(rows.values()), [rows]);
  const shape = window.innerWidth >= window.innerHeight ? 'landscape' : 'portrait';
  if (!summary || pairs.length === 0)
    return (
      <EmptyScene
        vocabulary={vocabulary}
        title={t('cooperation.title')}
        text={t('cooperation.none')}
      />
    );
  const strongest = pairs.slice(0, named[shape]);
  return (
    <>
      <WallHeader
        vocabulary={vocabulary}
        title={t('cooperation.title')}
        notes={[
          t('cooperation.joint', { count: summary.results }),
          t('cooperation.across', { count: summary.acrossSectors }),
          vocabulary.board?.name,
        ]}
      />
      <section className="wall-stage cooperation" aria-label={t('cooperation.title')}>
        <CooperationNetwork pairs={pairs} strongest={strongest} vocabulary={vocabulary} />
        <ol className="cooperation-pairs">
          {strongest.map((pair, index) => (
            <Pair key={pair.units.join('|')} pair={pair} at={index + 1} vocabulary={vocabulary} />
          ))}
        </ol>
      </section>
    </>
  );
}
