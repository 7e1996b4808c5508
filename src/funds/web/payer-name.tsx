// A payer's name beside the colour its money has on every page.
import { payerColour } from './payer-colours.ts';
import './payer-name.css';

export const PayerName = ({ payer, name }: { payer: string; name: string }) => (
  <span className={`payer payer-${payerColour(payer)}`}>{name}</span>
);
