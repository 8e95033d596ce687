import type { TokenBody, TokenMadeAnswer } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeToken } from '../api/screens.ts';
import { CopyField } from '../share/copy-field.tsx';
import type { Vocabulary } from '../store/board-store.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import form from '../ui/form.module.css';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { curlExample } from './curl-example.ts';
import styles from './machines.module.css';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  onMade: () => void;
  onClose: () => void;
}

const rights = ['read', 'post'] as const;
/** Days; `0`: until it is revoked. */
const lives = [30, 90, 365, 0] as const;

function Ids(props: {
  label: string;
  hint: string;
  all: ReadonlyMap<string, { id: string; name: string }>;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  const { label, hint, all, chosen, onChange } = props;
  const toggle = (id: string, isOn: boolean) =>
    onChange([...all.keys()].filter((one) => (one === id ? isOn : chosen.includes(one))));
  return (
    <fieldset className={styles.kinds}>
      <legend>{label}</legend>
      <p className={form.hint}>{hint}</p>
      {[...all.values()].map(({ id, name }) => (
        <label key={id} className={styles.kind}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) => toggle(id, event.target.checked)}
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The token, this once, and a command that uses it. */
function Made({
  made,
  board,
  vocabulary,
  onClose,
}: Omit<Props, 'onMade'> & { made: TokenMadeAnswer }) {
  const { t } = useTranslation('machines');
  const { token, secret } = made;
  const [anyUnit = 'unit'] = vocabulary.units.keys();
  const [anyMetric = 'metric'] = vocabulary.metrics.keys();
  const { origin } = location;
  return (
    <Dialog title={t('tokens.madeTitle', { name: token.name })} onClose={onClose}>
      <p className={form.wrong}>{t('tokens.once')}</p>
      <CopyField label={t('tokens.secret')} text={secret} isLong />
      <CopyField
        label={t(token.right === 'post' ? 'tokens.examplePost' : 'tokens.exampleRead')}
        text={curlExample({ origin, board, token, secret, anyUnit, anyMetric })}
        isLong
      />
    </Dialog>
  );
}

/** Who it is for, what it may do, and for how long. */
export function TokenDialog({ onMade, ...props }: Props) {
  const { board, vocabulary, onClose } = props;
  const { t } = useTranslation('machines');
  const [name, setName] = useState('');
  const [right, setRight] = useState<TokenBody['right']>('post');
  const [units, setUnits] = useState<string[]>([]);
  const [metrics, setMetrics] = useState<string[]>([]);
  const [days, setDays] = useState('365');
  const [made, setMade] = useState<TokenMadeAnswer>();
  if (made) return <Made {...props} made={made} />;
  const body: TokenBody = {
    name,
    right,
    ...(right === 'post' && units.length > 0 ? { units } : {}),
    ...(right === 'post' && metrics.length > 0 ? { metrics } : {}),
    ...(days === '0' ? {} : { days: Number(days) }),
  };
  const make = async () => {
    setMade(await makeToken(board, body));
    onMade();
  };
  return (
    <FormDialog
      title={t('tokens.newTitle')}
      confirm={t('tokens.make')}
      work={make}
      onDone={() => undefined}
      onClose={onClose}
    >
      <TextField
        label={t('name')}
        hint={t('tokens.nameHint')}
        required
        maxLength={200}
        value={name}
        onChange={setName}
      />
      <Select
        label={t('tokens.right')}
        options={rights.map((value) => ({ value, label: t(`tokens.rights.${value}`) }))}
        value={right}
        onChange={setRight}
      />
      {right === 'post' && (
        <>
          <Ids
            label={t('tokens.units')}
            hint={t('tokens.allUnits')}
            all={vocabulary.units}
            chosen={units}
            onChange={setUnits}
          />
          <Ids
            label={t('tokens.metrics')}
            hint={t('tokens.allMetrics')}
            all={vocabulary.metrics}
            chosen={metrics}
            onChange={setMetrics}
          />
        </>
      )}
      <Select
        label={t('tokens.life')}
        options={lives.map((count) => ({
          value: String(count),
          label: count === 0 ? t('tokens.untilRevoked') : t('tokens.days', { count }),
        }))}
        value={days}
        onChange={setDays}
      />
    </FormDialog>
  );
}
