// What rooms put into the frame: the path of places, and search. Apart from the list of rooms, so that signing in does not load it.
import type { ComponentType } from 'react';
import { PlacePath } from '../regions/web/place-path.tsx';
import { PlaceSearch } from '../regions/web/place-search.tsx';

export const slots: { Place?: ComponentType; Search?: ComponentType } = {
  Place: PlacePath,
  Search: PlaceSearch,
};
