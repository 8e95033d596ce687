import type { Option } from '../ui/option-list.tsx';
import { Select } from '../ui/select.tsx';
import { faultsAt } from './steps.ts';
import { useWizard } from './wizard.ts';

interface Props {
  /** The field's name in the drive: where the server's errors are told. */
  path: string;
  label: string;
  options: readonly Option[];
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  required?: boolean;
  isFixed?: boolean;
}

/** What the server said about a field, for a field of the kit. */
export function useFault(path: string): string | undefined {
  const found = faultsAt(useWizard().faults, path);
  return found.length === 0 ? undefined : found.map(({ message }) => message).join(' ');
}

/** One of a list, with its label and its errors. */
export function SelectField({ path, required = false, isFixed = false, ...field }: Props) {
  const fault = useFault(path);
  return <Select {...field} fault={fault} isRequired={required} isDisabled={isFixed} />;
}
