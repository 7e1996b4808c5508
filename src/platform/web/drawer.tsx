// The drawer from the right: definition, rows, history, a form. Escape and the mask close it.
import { Drawer as AntdDrawer } from 'antd';
import type { ReactNode } from 'react';
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

export function Drawer({ open, title, onClose, width = 720, tools, children }: DrawerProps) {
  const t = useT();
  return (
    <AntdDrawer
      open={open}
      onClose={onClose}
      title={<h2>{title}</h2>}
      extra={tools}
      size={Math.min(width, document.documentElement.clientWidth)}
      destroyOnHidden
      rootClassName="drawer"
      closable={{ 'aria-label': t('platform.web.close'), placement: 'end' }}
    >
      {children}
    </AntdDrawer>
  );
}
