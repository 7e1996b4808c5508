// The colour of each payer's money, the same on every page.
import type { Colour } from '../../platform/web/theme.ts';

const colours: Record<string, Colour> = {
  central: 'paddy-deep',
  province: 'paddy',
  assisting_city: 'water',
  assisted_city: 'gold',
  own_city: 'gold',
  county: 'brown',
  enterprise: 'stone-light',
  donor: 'stone-light',
  bank: 'stone',
};

/** In the order money comes down: from the state to the county, then what others give. */
export const payerOrder: readonly string[] = Object.keys(colours);

export const payerColour = (payer: string): Colour => colours[payer] ?? 'stone';
