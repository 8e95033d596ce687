import type { DriveHeadRow, DriveRow } from '@emulation/shared';
import { useRef, type CSSProperties, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import { formatNumber, localeOf } from '../ui/format.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { unitBeside } from '../ui/unit-beside.ts';
import { counterPlans, openingWords, type CounterPlan } from './counter-plans.ts';
import { DriveBand } from './drive-band.tsx';
import { FittedMark } from './fitted-mark.tsx';
import { FittedText } from './fitted-text.tsx';
import { rowsThatFit } from './paging.ts';
import { useRegion } from './region.ts';
import './pledging.css';

interface Props {
  drive: DriveHeadRow;
  rows: Iterable<DriveHeadRow | DriveRow>;
  vocabulary: Vocabulary;
}

/** Heights of lines, in hundredths of the screen. */
const heights = { task: 5.2, plan: 8.2, more: 2.8 };
/** A region so wide takes names in fewer lines. */
const wide = { from: 40, share: 0.72 };
const maxObjectives = 260;

/** As many lines as there is room for, and how many are left. */
function Lines<T>({ items, height, keyOf, more, children }: LinesProps<T>) {
  const ref = useRef<HTMLDivElement>(null);
  const { heightPx, widthPx, unitPx } = useRegion(ref);
  const linePx = height * unitPx * (widthPx > wide.from * unitPx ? wide.share : 1);
  const roomIn = (px: number) => rowsThatFit(px, linePx);
  const areAll = items.length <= roomIn(heightPx);
  const shown = items.slice(0, areAll ? items.length : roomIn(heightPx - heights.more * unitPx));
  return (
    <div ref={ref} className="pledging-region">
      <ol className="pledging-lines">
        {shown.map((item) => (
          <li key={keyOf(item)} style={{ height: `${linePx}px` }}>
            {children(item)}
          </li>
        ))}
        {shown.length < items.length && (
          <li className="pledging-more">{more(items.length - shown.length)}</li>
        )}
      </ol>
    </div>
  );
}
interface LinesProps<T> {
  items: readonly T[];
  height: number;
  keyOf: (item: T) => string;
  more: (count: number) => string;
  children: (item: T) => ReactNode;
}

function TaskLine({ task, vocabulary }: { task: DriveHeadRow['tasks'][number] } & Words) {
  const { t } = useTranslation(['scenes', 'wall']);
  const metric = vocabulary.metrics.get(task.metric);
  const number = (value: string) => (metric ? formatNumber(value, metric) : value);
  const beside = metric ? unitBeside(metric) : '';
  return (
    <>
      <FittedText text={task.name ?? metric?.name ?? task.metric} max={2.8} min={2} />
      <span className="pledging-from">{t('drive.from', { value: number(task.baseline) })}</span>
      <FittedMark number={number(task.target)} beside={beside} max={3.4} />
    </>
  );
}
type Words = Pick<Props, 'vocabulary'>;

function PlanLine({ plan, drive, vocabulary }: { plan: CounterPlan } & Omit<Props, 'rows'>) {
  const { t } = useTranslation(['scenes', 'wall']);
  const metric = vocabulary.metrics.get(plan.metric);
  const unit = vocabulary.units.get(plan.unit);
  const task = drive.tasks.find(({ id }) => id === plan.task);
  const percent = new Intl.NumberFormat(localeOf(), {
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(plan.morePercent / 100);
  const colour = sectorColour(vocabulary.sectors, unit?.sector);
  return (
    <div className="pledging-plan" style={{ '--sector': colour } as CSSProperties}>
      <span className="pledging-slash" aria-hidden="true" />
      <FittedText text={unit?.name ?? plan.unit} max={3} min={2.1} lines={3} />
      <FittedMark
        number={metric ? formatNumber(plan.pledge, metric) : plan.pledge}
        beside={metric ? unitBeside(metric) : ''}
        max={3.6}
      />
      <FittedText
        className="pledging-note"
        text={t('drive.moreThan', { task: task?.name ?? metric?.name ?? plan.metric, percent })}
        max={1.9}
        min={1.6}
        lines={1}
        weight={500}
      />
    </div>
  );
}

/** A drive before it begins: what it is for, what it asks, and who promises more than that. */
export function PledgingScene({ drive, rows, vocabulary }: Props) {
  const { t } = useTranslation(['scenes', 'wall']);
  const plans = counterPlans(rows);
  const more = (count: number) => t('drive.more', { count });
  return (
    <div className="wall-drive">
      <DriveBand drive={drive} timeZone={vocabulary.board?.timeZone ?? 'UTC'} />
      <div className="pledging">
        <section className="pledging-asks" data-objectives={drive.objectives !== undefined}>
          {drive.objectives !== undefined && (
            <div className="pledging-objectives">
              <FittedText
                text={openingWords(drive.objectives, maxObjectives)}
                max={2.6}
                min={1.9}
                lines={6}
                weight={500}
              />
            </div>
          )}
          <h2>{t('drive.asked')}</h2>
          <Lines items={drive.tasks} height={heights.task} keyOf={({ id }) => id} more={more}>
            {(task) => <TaskLine task={task} vocabulary={vocabulary} />}
          </Lines>
        </section>
        <section className="pledging-plans">
          <h2>{t('drive.beyond')}</h2>
          {plans.length === 0 ? (
            <p className="pledging-none">{t('drive.nobody')}</p>
          ) : (
            <Lines
              items={plans}
              height={heights.plan}
              keyOf={({ unit, task }) => `${unit} ${task}`}
              more={more}
            >
              {(plan) => <PlanLine {...{ plan, drive, vocabulary }} />}
            </Lines>
          )}
          <p className="pledging-count">
            {t('drive.pledged', { pledged: drive.pledges, count: drive.rows })}
          </p>
        </section>
      </div>
    </div>
  );
}
