import { Component, type ReactNode } from 'react';
import { i18next } from '../i18n/words.ts';

const reloadMs = 10_000;

/** Nobody stands by a wall to press a key: whatever breaks, it comes back by itself. */
export class WallGuard extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch() {
    setTimeout(() => location.reload(), reloadMs);
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return <main className="wall wall-message">{i18next.t('wall:restarting')}</main>;
  }
}
