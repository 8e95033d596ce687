import type { CountedMapping, IdSource } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { putMapping } from '../api/machines.ts';
import { GuardedDialog } from '../editing/guarded-dialog.tsx';
import { useVocabulary } from '../store/board-store.ts';
import form from '../ui/form.module.css';
import { newId } from '../ui/new-id.ts';
import { SearchSelect } from '../ui/search-select.tsx';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { TextArea } from '../ui/text-area.tsx';
import styles from './machines.module.css';
import { bodyOf, draftOf, type MappingDraft, type TimeForm } from './mapping-draft.ts';
import { PreviewPart } from './preview-part.tsx';

interface Props {
  board: string;
  mapping?: CountedMapping;
  onDone: () => void;
  onClose: () => void;
}

interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  isRequired?: boolean;
}

function Field({ label, value, onChange, hint, isRequired = false }: FieldProps) {
  return (
    <label className={form.field}>
      <span>{label}</span>
      <input
        required={isRequired}
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint !== undefined && <span className={form.hint}>{hint}</span>}
    </label>
  );
}

const sources: readonly IdSource['from'][] = ['topic', 'payload', 'fixed'];
const timeForms: readonly TimeForm[] = ['none', 'iso', 'seconds', 'milliseconds'];

interface SourceProps {
  board: string;
  what: 'unit' | 'metric';
  draft: MappingDraft;
  onChange: (fields: Partial<MappingDraft>) => void;
}

/** Where the unit or the metric comes from: a part of what arrives, or always one of the board's. */
function SourceFields({ board, what, draft, onChange }: SourceProps) {
  const { t } = useTranslation('machines');
  const vocabulary = useVocabulary(board);
  return (
    <div className={styles.pair}>
      <Select
        label={t(`mqtt.${what}`)}
        options={sources.map((value) => ({ value, label: t(`mqtt.from.${value}`) }))}
        value={draft[`${what}From`]}
        onChange={(from) => onChange({ [`${what}From`]: from, [what]: '' })}
      />
      {draft[`${what}From`] === 'fixed' ? (
        <SearchSelect
          label={t('mqtt.is.fixed')}
          options={[...vocabulary[`${what}s`].values()].map(({ id: value, name: label }) => ({
            value,
            label,
          }))}
          value={draft[what]}
          onChange={(value) => onChange({ [what]: value })}
        />
      ) : (
        <Field
          label={t(`mqtt.is.${draft[`${what}From`]}`)}
          value={draft[what]}
          onChange={(value) => onChange({ [what]: value })}
        />
      )}
    </div>
  );
}

/** From which topics, what of a message is what, and what arrives just now. */
export function MappingDialog({ board, mapping, onDone, onClose }: Props) {
  const { t } = useTranslation('machines');
  const [id] = useState(() => mapping?.id ?? newId());
  const [draft, setDraft] = useState(() => draftOf(mapping));
  const change = (fields: Partial<MappingDraft>) => setDraft((old) => ({ ...old, ...fields }));
  const source = { board, draft, onChange: change };
  return (
    <GuardedDialog
      title={mapping ? t('mqtt.editTitle', { name: mapping.name }) : t('mqtt.newTitle')}
      confirm={t('save')}
      isReady={(['unit', 'metric'] as const).every(
        (what) => draft[`${what}From`] !== 'fixed' || draft[what] !== '',
      )}
      place={{ board, kind: 'mapping', id }}
      body={() => bodyOf(draft)}
      write={(body, headers) => putMapping(board, id, body, headers)}
      onTake={(theirs) => setDraft(draftOf({ id, ...theirs }))}
      onDone={onDone}
      onClose={onClose}
    >
      <Field
        label={t('name')}
        value={draft.name}
        isRequired
        onChange={(name) => change({ name })}
      />
      <Field
        label={t('mqtt.filter')}
        hint={t('mqtt.filterHint')}
        value={draft.filter}
        isRequired
        onChange={(filter) => change({ filter })}
      />
      <SourceFields {...source} what="unit" />
      <SourceFields {...source} what="metric" />
      <div className={styles.pair}>
        <Field
          label={t('mqtt.value')}
          hint={t('mqtt.valueHint')}
          value={draft.value}
          onChange={(value) => change({ value })}
        />
        <Field
          label={t('mqtt.each')}
          hint={t('mqtt.eachHint')}
          value={draft.each}
          onChange={(each) => change({ each })}
        />
      </div>
      <div className={styles.pair}>
        <Select
          label={t('mqtt.time')}
          options={timeForms.map((value) => ({ value, label: t(`mqtt.timeForm.${value}`) }))}
          value={draft.timeForm}
          onChange={(timeForm) => change({ timeForm })}
        />
        {draft.timeForm !== 'none' && (
          <Field
            label={t('mqtt.is.payload')}
            value={draft.time}
            onChange={(time) => change({ time })}
          />
        )}
        <Field
          label={t('mqtt.sequence')}
          hint={t('mqtt.sequenceHint')}
          value={draft.sequence}
          onChange={(sequence) => change({ sequence })}
        />
      </div>
      <TextArea
        label={t('mqtt.names')}
        hint={t('mqtt.namesHint')}
        isRequired={false}
        maxLength={20_000}
        value={draft.names}
        onChange={(names) => change({ names })}
      />
      <PreviewPart board={board} body={bodyOf(draft)} />
      <Switch label={t('isOn')} isOn={draft.isOn} onChange={(isOn) => change({ isOn })} />
    </GuardedDialog>
  );
}
