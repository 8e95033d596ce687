import { sceneNames, type Scene, type SceneName } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import { SearchSelect } from '../ui/search-select.tsx';
import { Select } from '../ui/select.tsx';
import { sceneName } from './scene-words.ts';

interface SubjectProps {
  label: string;
  /** What stands for none. */
  none: string;
  value: string;
  options: Iterable<{ id: string; name: string }>;
  onChange: (id: string) => void;
}

/** Longer lists are searched. */
const mostSeen = 12;

function SubjectField({ label, none, value, options, onChange }: SubjectProps) {
  const named = [...options].map(({ id, name }) => ({ value: id, label: name }));
  const all = [{ value: '', label: none }, ...named];
  const Field = all.length > mostSeen ? SearchSelect : Select;
  return <Field label={label} options={all} value={value} onChange={onChange} />;
}

interface Props {
  scene: Scene;
  vocabulary: Vocabulary;
  onChange: (scene: Scene) => void;
}

const subjects = ['metric', 'drive', 'unit', 'sector'] as const;
type Subject = (typeof subjects)[number];

/** What a scene of a name can be of. */
const subjectsOf: Partial<Record<SceneName, readonly Subject[]>> = {
  ranking: ['metric', 'sector'],
  versus: ['metric'],
  replay: ['metric'],
  drive: ['drive'],
  unit: ['unit'],
};

/** A scene, and what it is of. */
export function SceneField({ scene, vocabulary, onChange }: Props) {
  const { t } = useTranslation('walls');
  const optionsOf = {
    metric: vocabulary.metrics,
    drive: vocabulary.drives,
    unit: vocabulary.units,
    sector: vocabulary.sectors,
  };
  const noneOf = {
    metric: scene.scene === 'ranking' ? t('scene.all') : t('scene.any'),
    drive: t('scene.any'),
    unit: t('scene.any'),
    sector: t('scene.everySector'),
  };
  // Each subject is a field of the scenes it is listed for.
  const named = scene as Partial<Record<Subject, string>>;
  const change = (subject: Subject, id: string) => {
    const { [subject]: _, ...rest } = named;
    onChange({ ...rest, ...(id === '' ? {} : { [subject]: id }) } as Scene);
  };
  return (
    <>
      <Select
        label={t('scene.label')}
        options={sceneNames.map((name) => ({ value: name, label: sceneName(t, name) }))}
        value={scene.scene}
        onChange={(name) => onChange({ scene: name })}
      />
      {(subjectsOf[scene.scene] ?? []).map((subject) => (
        <SubjectField
          key={subject}
          label={t(`scene.of.${subject}`)}
          none={noneOf[subject]}
          value={named[subject] ?? ''}
          options={optionsOf[subject].values()}
          onChange={(id) => change(subject, id)}
        />
      ))}
    </>
  );
}
