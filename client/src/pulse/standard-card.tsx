import type { Follower, StandardRow } from '@emulation/shared';
import { useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MetricInfo } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { formatDate, formatValue } from '../ui/format.ts';
import { UnitLink, UnitLinks } from './names.tsx';
import { resultLink, type PulseParts } from './pulse-parts.ts';
import styles from './pulse.module.css';
import standardCss from './standards.module.css';
import { StandardDialog } from './standard-dialog.tsx';
import { StandardUnits } from './standard-units.tsx';

interface Props extends PulseParts {
  row: StandardRow;
  metric: MetricInfo;
}

function FollowerLine({
  label,
  follower,
  ...parts
}: Props & { label: string; follower: Follower }) {
  const { board, vocabulary, row } = parts;
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <UnitLink {...parts} unit={follower.unit} metric={row.metric} />{' '}
        <Link href={resultLink(board, follower.result)} className={styles.source}>
          {formatDate(follower.achievedAt, timeZone)}
        </Link>
      </dd>
    </div>
  );
}

function Followers(props: Props) {
  const { t } = useTranslation('pulse');
  const { row } = props;
  return (
    <dl className={standardCss.followers}>
      {row.already.length > 0 && (
        <div>
          <dt>{t('standards.already')}</dt>
          <dd>
            <UnitLinks {...props} units={row.already} metric={row.metric} />
          </dd>
        </div>
      )}
      {row.first && <FollowerLine {...props} label={t('standards.first')} follower={row.first} />}
      {row.last && <FollowerLine {...props} label={t('standards.last')} follower={row.last} />}
      {row.missing.length > 0 && (
        <div>
          <dt>{t('standards.missing')}</dt>
          <dd>
            <UnitLinks {...props} units={row.missing} metric={row.metric} />
            {row.of - row.reached > row.missing.length &&
              ` ${t('standards.more', { count: row.of - row.reached - row.missing.length })}`}
          </dd>
        </div>
      )}
    </dl>
  );
}

function Proposal({ onRaise, ...props }: Props & { onRaise: () => void }) {
  const { t } = useTranslation('pulse');
  const { board, row, metric, isSteward } = props;
  if (!row.proposal) return null;
  const { value, from, result, reached } = row.proposal;
  return (
    <div className={standardCss.proposal}>
      <p>
        <b>{t('proposal.label')}</b> {t('proposal.text', { reached: row.reached, count: row.of })}{' '}
        <Link href={resultLink(board, result)}>{formatValue(value, metric)}</Link>
        {'. '}
        {t(`proposal.${from}`, { count: reached })}
      </p>
      {isSteward && (
        <button type="button" className={button.primary} onClick={onRaise}>
          {t('proposal.raise', { value: formatValue(value, metric) })}
        </button>
      )}
    </div>
  );
}

/** One standard: its level, how many reach it, who was first and last, and what comes next. */
export function StandardCard(props: Props) {
  const { t } = useTranslation('pulse');
  const [isOpen, setOpen] = useState(false);
  const [raises, setRaises] = useState<{ proposed: boolean }>();
  const { board, vocabulary, row, metric, isSteward } = props;
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const share = row.of === 0 ? 0 : (100 * row.reached) / row.of;
  return (
    <li className={standardCss.standard}>
      <h3>{metric.name}</h3>
      <p className={standardCss.level}>{formatValue(row.value, metric)}</p>
      <p className={styles.quiet}>
        {t(
          row.lowered ? 'standards.lowered' : row.previous ? 'standards.raised' : 'standards.set',
          {
            date: formatDate(row.setAt, timeZone),
            previous: row.previous === null ? '' : formatValue(row.previous, metric),
          },
        )}
        {row.reason !== null && ` ${row.reason}`}{' '}
        {row.result !== null && (
          <Link href={resultLink(board, row.result)}>{t('standards.proof')}</Link>
        )}
      </p>
      <div
        className={styles.bar}
        style={{ '--length': `${share}%` } as CSSProperties}
        aria-hidden="true"
      >
        <span />
      </div>
      <p>
        <b>{t('standards.reached', { reached: row.reached, count: row.of })}</b>{' '}
        <span className={styles.quiet}>{t('standards.now', { count: row.now })}</span>
      </p>
      <Followers {...props} />
      <Proposal {...props} onRaise={() => setRaises({ proposed: true })} />
      <p className={styles.actions}>
        <button
          type="button"
          className={button.button}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'standards.close' : 'standards.open')}
        </button>
        {isSteward && (
          <button
            type="button"
            className={button.button}
            onClick={() => setRaises({ proposed: false })}
          >
            {t('standards.change')}
          </button>
        )}
      </p>
      {isOpen && <StandardUnits {...props} />}
      {raises && (
        <StandardDialog
          {...props}
          {...(raises.proposed && row.proposal ? { proposal: row.proposal } : {})}
          onClose={() => setRaises(undefined)}
        />
      )}
    </li>
  );
}
