/** The font of our own PDF pages: it holds the signs of names and places. */
import { fileURLToPath } from 'node:url';

export const fontFile = fileURLToPath(
  new URL(
    '../../../node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf',
    import.meta.url,
  ),
);
