import { useEffect, useMemo, useState } from 'react';
import { useSearch } from 'wouter';
import { session } from '../api/client.ts';
import { useIdlePointer, useBurnInShift } from './screen-care.ts';
import { PairingScene } from './pairing/pairing-scene.tsx';
import { useWallTheme } from './use-wall-theme.ts';
import { WallGuard } from './wall-guard.tsx';
import { readSettings } from './wall-settings.ts';
import './wall.css';

const againMs = 5_000;

/** Whether it is known that this screen shows no board yet; one that does goes there. */
function useUnadmitted(): boolean {
  const [isNew, setNew] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () =>
      session().then(
        ({ display }) =>
          display ? location.replace(`/b/${display.board}/wall${location.search}`) : setNew(true),
        // The server is away: a wall asks until it is back.
        () => void (timer = setTimeout(() => void look(), againMs)),
      );
    void look();
    return () => clearTimeout(timer);
  }, []);
  return isNew;
}

function StartWall() {
  const search = useSearch();
  const settings = useMemo(() => readSettings(search), [search]);
  const shift = useBurnInShift();
  const idle = useIdlePointer();
  useWallTheme(settings);
  const isNew = useUnadmitted();
  return (
    <div className={idle ? 'wall wall-idle' : 'wall'}>
      <div className="wall-frame" style={shift}>
        {isNew && <PairingScene />}
      </div>
    </div>
  );
}

/** The one address for every screen: it shows a code, and then the board that takes it. */
export function StartWallPage() {
  return (
    <WallGuard>
      <StartWall />
    </WallGuard>
  );
}
