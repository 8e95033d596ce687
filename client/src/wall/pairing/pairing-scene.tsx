import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import { QrCode } from '../../share/qr-code.tsx';
import { useRole, useSession } from '../../store/session.ts';
import { displayCode } from '../../ui/display-code.ts';
import { useNow } from '../../ui/now.ts';
import { displayId } from '../display/display-id.ts';
import { useWakeLock } from '../display/screen-hold.ts';
import { FittedText } from '../fitted-text.tsx';
import type { Pairing } from './pair.ts';
import { usePairing } from './use-pairing.ts';
import './pairing.css';

const secondMs = 1_000;

/** `9:42`. */
function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / secondMs));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Without its query: what somebody types where no camera is. */
const typedAddress = (address: string) => address.replace(/^https?:\/\//, '').replace(/\?.*$/, '');

function Code({ code, address, until }: Extract<Pairing, { kind: 'showing' }>) {
  const { t } = useTranslation('pairing');
  const left = until - useNow(secondMs);
  return (
    <>
      <p className="pairing-code" aria-label={t('code', { code: code.split('').join(' ') })}>
        <FittedText text={code} max={14} min={6} lines={1} weight={700} />
      </p>
      <div className="pairing-qr">
        <QrCode text={address} label={t('qr')} />
      </div>
      <p className="pairing-steps">
        {t('scan')}
        <b dir="ltr">{typedAddress(address)}</b>
      </p>
      <p className="pairing-left">
        <span className="pairing-bar" aria-hidden="true">
          <span style={{ inlineSize: `${Math.min(100, left / 6_000)}%` }} />
        </span>
        {t('renews', { time: clockOf(left) })}
      </p>
    </>
  );
}

function wordsOf(pairing: Pairing): 'asking' | 'refused' | 'no-code' | 'admitted' {
  if (pairing.kind === 'waiting') return pairing.why;
  return pairing.kind === 'admitted' ? 'admitted' : 'asking';
}

/** Instead of a wall that nobody has admitted: its code, to be read from the other side of the hall. */
export function PairingScene({ board }: { board?: string }) {
  const { t } = useTranslation('pairing');
  const [id] = useState(displayId(useSearch()));
  const pairing = usePairing(board, id);
  useRole();
  const name = useSession((session) => session.name);
  useWakeLock();
  return (
    <main className="pairing" data-state={pairing.kind}>
      <div className="wall-message-slab" aria-hidden="true" />
      <header className="pairing-head">
        <h1>
          <FittedText text={t('title')} max={6} min={3.81} lines={2} weight={700} />
        </h1>
        <p>{board === undefined ? t('anyBoard') : t('board', { board })}</p>
      </header>
      {pairing.kind === 'showing' ? (
        <Code {...pairing} />
      ) : (
        <p className="pairing-wait" role="status">
          {t(`state.${wordsOf(pairing)}`)}
        </p>
      )}
      <p className="pairing-id">
        {t('screen', { code: displayCode(id) })}
        {name !== undefined && <br />}
        {name !== undefined && t('signsOut', { name })}
      </p>
    </main>
  );
}
