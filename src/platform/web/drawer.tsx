// The drawer from the right: definition, rows, history, a form. Escape and the shade close it.
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useT } from './i18n.tsx';
import './drawer.css';

export interface DrawerProps {
  open: boolean;
  title: string;
  onClose: () => void;
  /** Pixels; 720 unless told otherwise, never wider than the window. */
  width?: number;
  /** Buttons at the end of the title line. */
  tools?: ReactNode;
  children: ReactNode;
}

export function Drawer({ open, ...rest }: DrawerProps) {
  return open ? createPortal(<OpenDrawer {...rest} />, document.body) : null;
}

function OpenDrawer({ title, onClose, width = 720, tools, children }: Omit<DrawerProps, 'open'>) {
  const t = useT();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const before = document.activeElement;
    const release = shutPage();
    box.current?.focus();
    return () => {
      release();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  // On the document, because what had the focus may be gone: a button that loaded the last page.
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const depth = drawers;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && depth === drawers) close.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <div className="drawer">
      <button
        type="button"
        className="drawer-shade"
        tabIndex={-1}
        aria-hidden="true"
        onClick={onClose}
      />
      <div
        ref={box}
        className="drawer-sheet"
        role="dialog"
        aria-modal="true"
        aria-labelledby={id}
        tabIndex={-1}
        style={{ width }}
      >
        <div className="drawer-head">
          <h2 id={id}>{title}</h2>
          {tools}
          <button type="button" className="plain-button" onClick={onClose}>
            {t('platform.web.close')}
          </button>
        </div>
        <div className="drawer-body">{children}</div>
      </div>
    </div>
  );
}

let drawers = 0;

/** Keeps keyboard and readers off the page below for as long as a drawer is open. */
function shutPage(): () => void {
  const page = document.getElementById('page');
  drawers += 1;
  page?.setAttribute('inert', '');
  return () => {
    drawers -= 1;
    if (drawers === 0) page?.removeAttribute('inert');
  };
}
