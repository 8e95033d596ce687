import { useEffect } from 'react';
import { IdentifyScreen } from './identify-screen.tsx';
import { useFullScreenKey, useWakeLock } from './screen-hold.ts';
import { useDisplay, type DisplaySources, type WallPlan } from './use-display.ts';

interface Props extends DisplaySources {
  onPlan: (plan: WallPlan) => void;
}

/** This screen as a wall among others; it comes after the first picture, which the address decides. */
export function Display({ onPlan, ...sources }: Props) {
  const { id, name, plan, identifies } = useDisplay(sources);
  useWakeLock();
  useFullScreenKey();
  useEffect(() => onPlan(plan), [onPlan, plan]);
  return identifies ? <IdentifyScreen id={id} name={name} /> : null;
}
