import type { PulseRow, PulseUnitRow, RecordRow, Scene, UnitRow } from '@emulation/shared';
import { useMemo, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useTopic, type Vocabulary } from '../store/board-store.ts';
import { formatNumber, localeOf } from '../ui/format.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { unitBeside } from '../ui/unit-beside.ts';
import { EmptyScene } from './empty-scene.tsx';
import { FittedMark } from './fitted-mark.tsx';
import { FittedText } from './fitted-text.tsx';
import { lastRecords } from './last-records.ts';
import { portraitCandidates, portraitOf, type Portrait } from './portrait.ts';
import type { SceneProps } from './scene-props.ts';
import { Trend } from './trend.tsx';
import { useChoice } from './use-choice.ts';
import { WallHeader } from './wall-header.tsx';
import './unit.css';

interface Props extends SceneProps {
  scene: Extract<Scene, { scene: 'unit' }>;
}

function usePortrait(board: string, unit: string): Portrait | undefined {
  const { rows, status } = useTopic<UnitRow>(board, unit === '' ? '' : `unit:${unit}`);
  const records = useTopic<RecordRow>(board, 'records').rows;
  const pulse = useTopic<PulseRow>(board, 'pulse').rows;
  return useMemo(() => {
    const row = pulse.get(`unit:${unit}`) as PulseUnitRow | undefined; // its key says its kind
    return status === 'ready' ? portraitOf(unit, rows.values(), records.values(), row) : undefined;
  }, [unit, rows, status, records, pulse]);
}

const shownPlaces = 3;
/** With more letters than this the name of a metric gets more room than the place. */
const longName = 36;

function Places({ portrait, vocabulary }: { portrait: Portrait; vocabulary: Vocabulary }) {
  const { t } = useTranslation(['scenes', 'wall']);
  const places = portrait.places.slice(0, shownPlaces);
  const nameOf = ({ metric }: (typeof places)[number]) =>
    vocabulary.metrics.get(metric)?.name ?? metric;
  const isCrowded =
    places.length === shownPlaces && places.some((row) => nameOf(row).length > longName);
  return (
    <ol className="unit-places" data-crowded={isCrowded}>
      {places.map((row) => (
        <li key={row.metric} data-first={row.place === 1}>
          <p className="unit-place">
            <FittedMark number={String(row.place)} beside={t('unit.of', { of: row.of })} max={9} />
          </p>
          <p className="unit-metric">
            <FittedText text={nameOf(row)} max={2.6} min={1.9} lines={4} />
          </p>
        </li>
      ))}
    </ol>
  );
}

function Facts({ portrait }: { portrait: Portrait }) {
  const { t } = useTranslation(['scenes', 'wall']);
  const format = new Intl.NumberFormat(localeOf());
  return (
    <ul className="unit-facts">
      {(['records', 'streak', 'honours'] as const).map((fact) => (
        <li key={fact}>
          <span className="unit-fact">
            <FittedMark number={format.format(portrait[fact])} max={6.4} />
          </span>
          <span className="unit-word">
            <FittedText
              text={t(`unit.${fact}`, { count: portrait[fact] })}
              max={2.4}
              min={1.9}
              lines={4}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Results({
  results,
  vocabulary,
}: {
  results: Portrait['results'];
  vocabulary: Vocabulary;
}) {
  const { t } = useTranslation(['scenes', 'wall']);
  const metric = vocabulary.metrics.get(results?.metric ?? '');
  const last = results?.values.at(-1);
  if (!results || !metric || last === undefined) return null;
  return (
    <div className="unit-results">
      <p className="unit-of">
        <FittedText
          text={`${t('unit.latest')} · ${metric.name}`}
          max={2.1}
          min={1.9}
          lines={2}
          weight={500}
        />
      </p>
      <p className="unit-latest">
        <FittedMark number={formatNumber(last, metric)} beside={unitBeside(metric)} max={6} />
      </p>
      <Trend values={results.values} metric={metric} ratio={5} />
    </div>
  );
}

/** A unit by itself: where it stands, what it holds, how it has been lately. */
export function UnitScene({ board, vocabulary, scene }: Props) {
  const { t } = useTranslation(['scenes', 'wall']);
  const { rows } = useTopic<RecordRow>(board, 'records');
  const candidates = useMemo(() => portraitCandidates(lastRecords(rows.values())), [rows]);
  const chosen = useChoice(candidates);
  const id = scene.unit ?? chosen ?? '';
  const portrait = usePortrait(board, id);
  const unit = vocabulary.units.get(id);
  if (!unit)
    return <EmptyScene vocabulary={vocabulary} title={t('unit.title')} text={t('unit.none')} />;
  const style = {
    '--sector': sectorColour(vocabulary.sectors, unit.sector),
  } as CSSProperties; // its type does not know custom properties
  return (
    <>
      <WallHeader
        vocabulary={vocabulary}
        title={t('unit.title')}
        notes={[vocabulary.board?.name]}
      />
      <section className="wall-stage unit" aria-label={unit.name} style={style}>
        <div className="unit-slab" aria-hidden="true" />
        <div className="unit-who">
          <p className="unit-sector">
            <FittedText
              text={vocabulary.sectors.get(unit.sector)?.name ?? unit.sector}
              max={3.4}
              min={2.4}
              lines={2}
            />
          </p>
          <h2 className="unit-name">
            <FittedText text={unit.name} max={9.4} min={7} whole={3.4} lines={7} weight={700} />
          </h2>
        </div>
        {portrait && portrait.places.length > 0 ? (
          <div className="unit-what">
            <Places portrait={portrait} vocabulary={vocabulary} />
            <Facts portrait={portrait} />
            <Results results={portrait.results} vocabulary={vocabulary} />
          </div>
        ) : (
          <p className="unit-what unit-silent">
            <FittedText text={portrait ? t('unit.silent') : ''} max={4.4} min={2.4} lines={5} />
          </p>
        )}
      </section>
    </>
  );
}
