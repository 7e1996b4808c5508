// What rooms put into the frame: the path of places, search, and the drawer of the figure the address names. Apart from the list of rooms, so that signing in does not load it.
import type { ComponentType } from 'react';
import { AccessBand } from '../access/web/notices/access-band.tsx';
import { AccountMenu } from '../access/web/own/account-menu.tsx';
import { FigureDrawer } from '../indicators/web/drawer/figure-drawer.tsx';
import { PlacePath } from '../regions/web/place-path.tsx';
import { PlaceSearch } from '../regions/web/place-search.tsx';

export const slots: {
  Place?: ComponentType;
  Search?: ComponentType;
  Beside?: ComponentType;
  Above?: ComponentType;
  Account?: ComponentType<{ onClose: () => void }>;
} = {
  Place: PlacePath,
  Search: PlaceSearch,
  Beside: FigureDrawer,
  Above: AccessBand,
  Account: AccountMenu,
};
