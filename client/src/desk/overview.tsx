import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { DeskParts } from './desk-parts.ts';
import styles from './desk.module.css';
import { useCounts, type Counts } from './counts.ts';
import { useLetIn, type LetIn } from './let-in.ts';
import { useWaiting, type Waiting } from './waiting.ts';

interface Place {
  /** Its words are `place.<id>`. */
  id: string;
  /** Below the board. */
  path: string;
  count?: number;
  /** What waits there; its words are `waits.<id>`. */
  waits?: readonly { id: string; count: number }[];
}

const counted = (count: number | undefined) => (count === undefined ? {} : { count });

interface Known {
  waiting: Waiting;
  letIn: LetIn;
  counts: Counts;
}

function groupsOf(
  { vocabulary }: DeskParts,
  { waiting, letIn, counts }: Known,
): [string, Place[]][] {
  const { sectors, units, metrics, drives } = vocabulary;
  return [
    [
      'waiting',
      [
        {
          id: 'verification',
          path: 'verification',
          waits: [
            { id: 'verification', count: waiting.verification },
            { id: 'objections', count: waiting.objections },
          ],
        },
        {
          id: 'standstill',
          path: 'desk/standstill',
          waits: [{ id: 'standstill', count: waiting.standstill }],
        },
        {
          id: 'walls',
          path: 'walls',
          count: waiting.walls,
          waits: [{ id: 'walls', count: waiting.wallsOffline }],
        },
      ],
    ],
    [
      'board',
      [
        { id: 'sectors', path: 'desk/sectors', count: sectors.size },
        { id: 'units', path: 'desk/units', count: units.size },
        { id: 'metrics', path: 'desk/metrics', count: metrics.size },
        { id: 'drives', path: 'drives', count: drives.size },
        { id: 'standards', path: 'pulse' },
        { id: 'honours', path: 'honours' },
        { id: 'experiences', path: 'desk/experiences' },
        { id: 'appearance', path: 'appearance' },
      ],
    ],
    [
      'others',
      [
        ...deskNeighbours.map((path) => ({ id: path, path })),
        {
          id: 'tokens',
          path: 'machines?tab=tokens',
          ...counted(letIn.tokens),
          waits: [{ id: 'tokens', count: letIn.ending }],
        },
        { id: 'displays', path: 'walls', ...counted(letIn.displays) },
        {
          id: 'people',
          path: 'people',
          ...counted(counts.people),
          waits: [{ id: 'invitations', count: counts.invitations }],
        },
        { id: 'imports', path: 'desk/imports', ...counted(counts.imports) },
        { id: 'privacy', path: 'desk/privacy' },
        { id: 'audit', path: 'desk/audit' },
      ],
    ],
  ];
}

/** Pages that other parts of the product bring, below the board. */
const deskNeighbours = ['machines'] as const;

function Card({ board, place }: { board: string; place: Place }) {
  const { t } = useTranslation('desk');
  const waits = (place.waits ?? []).filter(({ count }) => count > 0);
  return (
    <Link href={`/b/${board}/${place.path}`} className={styles.card} data-waits={waits.length > 0}>
      <b>{t(`place.${place.id}.name`)}</b>
      {place.count !== undefined && <i className={styles.number}>{place.count}</i>}
      <span>{t(`place.${place.id}.text`)}</span>
      {waits.map(({ id, count }) => (
        <span key={id} className={styles.waits}>
          {t(`waits.${id}`, { count })}
        </span>
      ))}
    </Link>
  );
}

/** Everything a steward does, and what waits. */
export function Overview(parts: DeskParts) {
  const { t } = useTranslation('desk');
  const waiting = useWaiting(parts.board);
  const letIn = useLetIn(parts.board);
  const counts = useCounts(parts.board);
  return groupsOf(parts, { waiting, letIn, counts }).map(([group, places]) => (
    <section key={group} className={styles.group} aria-labelledby={`desk-${group}`}>
      <h2 id={`desk-${group}`}>{t(`group.${group}`)}</h2>
      <ul className={styles.cards}>
        {places.map((place) => (
          <li key={place.id}>
            <Card board={parts.board} place={place} />
          </li>
        ))}
      </ul>
    </section>
  ));
}
