import { useTranslation } from 'react-i18next';
import { HeaderPicker } from './header-picker.tsx';
import { chooseTheme, isTheme, themes, useTheme } from './theme.ts';

/** As the system has it, light, dark, or with high contrast; kept on this device. */
export function ThemePicker() {
  const { t } = useTranslation();
  return (
    <HeaderPicker
      label={t('theme.label')}
      choices={themes.map((value) => ({ value, name: t(`theme.${value}`) }))}
      value={useTheme()}
      onChoose={(value) => isTheme(value) && chooseTheme(value)}
    >
      <circle cx="12" cy="12" r="9" />
      <path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor" />
    </HeaderPicker>
  );
}
