import type { DuelRow, FormRow, Rival, Scene } from '@emulation/shared';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useTopic, type MetricInfo, type Vocabulary } from '../store/board-store.ts';
import { formatNumber } from '../ui/format.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { unitApart, unitBeside } from '../ui/unit-beside.ts';
import { nearestDuel, needOf } from './duel-need.ts';
import { EmptyScene } from './empty-scene.tsx';
import { FittedMark } from './fitted-mark.tsx';
import { FittedText } from './fitted-text.tsx';
import { LastResults } from './last-results.tsx';
import type { SceneProps } from './scene-props.ts';
import { useChoice } from './use-choice.ts';
import { useForm } from './use-form.ts';
import { WallHeader } from './wall-header.tsx';
import './versus.css';

interface Props extends SceneProps {
  scene: Extract<Scene, { scene: 'versus' }>;
}

interface SideProps {
  side: 'ahead' | 'behind';
  rival: Rival;
  form: FormRow | undefined;
  metric: MetricInfo;
  vocabulary: Vocabulary;
}

/** How many of its last results are told in numbers. */
const toldResults = 3;

function Side({ side, rival, form, metric, vocabulary }: SideProps) {
  const unit = vocabulary.units.get(rival.unit);
  const last = form?.last ?? [];
  const style = {
    '--sector': sectorColour(vocabulary.sectors, unit?.sector),
  } as CSSProperties; // its type does not know custom properties
  return (
    <article className="versus-side" data-side={side} style={style}>
      <div className="versus-edge" aria-hidden="true" />
      <p className="versus-place">
        <b>{rival.place}</b>
        <FittedText
          text={vocabulary.sectors.get(unit?.sector ?? '')?.name ?? ''}
          max={2.6}
          min={1.9}
          lines={3}
          isOptional
        />
      </p>
      <h2 className="versus-name">
        <FittedText text={unit?.name ?? rival.unit} max={6.4} min={5.2} lines={5} weight={700} />
      </h2>
      <p className="versus-score">
        <FittedMark
          number={formatNumber(rival.score, metric)}
          beside={unitBeside(metric)}
          max={13}
        />
      </p>
      <LastResults values={last} metric={metric} told={toldResults} ratio={2.6} />
    </article>
  );
}

function Band({ duel, metric }: { duel: DuelRow; metric: MetricInfo }) {
  const { t } = useTranslation(['scenes', 'wall']);
  const need = needOf(metric, duel);
  return (
    <div className="versus-band">
      <p className="versus-label">
        <FittedText text={t('versus.gap')} max={3} min={2.4} lines={2} weight={700} />
      </p>
      <p className="versus-gap">
        <FittedMark
          number={formatNumber(duel.by, metric)}
          beside={metric.unitOfMeasure === '%' ? '' : unitBeside(metric)}
          max={9}
        />
      </p>
      {need && (
        <>
          <p className="versus-label">
            <FittedText text={t(`versus.${need.kind}`)} max={2.6} min={1.9} lines={3} />
          </p>
          <p className="versus-need">
            <FittedMark number={formatNumber(need.value, metric)} max={7} />
          </p>
        </>
      )}
    </div>
  );
}

/** The two units that are nearest to an overtake: what lies between them, and what it takes. */
export function VersusScene({ board, vocabulary, scene }: Props) {
  const { t } = useTranslation(['scenes', 'wall']);
  const { rows } = useTopic<DuelRow>(board, 'duels');
  const chosen = useChoice([nearestDuel(rows.values())?.metric ?? []].flat());
  const duel = rows.get(scene.metric ?? chosen ?? '');
  const metric = vocabulary.metrics.get(duel?.metric ?? '');
  const form = useForm(board, metric?.id ?? '');
  if (!duel || !metric)
    return <EmptyScene vocabulary={vocabulary} title={t('versus.title')} text={t('versus.none')} />;
  const common = { metric, vocabulary };
  return (
    <>
      <WallHeader
        vocabulary={vocabulary}
        title={metric.name}
        notes={[
          t('versus.title'),
          unitApart(metric),
          metric.direction === 'lower' ? t('wall:lowerIsBetter') : undefined,
          vocabulary.board?.name,
        ]}
      />
      <section className="wall-stage versus" aria-label={t('versus.title')}>
        <Side side="ahead" rival={duel.ahead} form={form.get(duel.ahead.unit)} {...common} />
        <Band duel={duel} metric={metric} />
        <Side side="behind" rival={duel.behind} form={form.get(duel.behind.unit)} {...common} />
      </section>
    </>
  );
}
