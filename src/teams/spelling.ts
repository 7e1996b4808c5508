/** How names are spelled for search and for the stored Chinese order: syllables without tones or spaces. */
import { pinyin } from 'pinyin-pro';

/** @param surname read the first syllable as a surname: 曾 zeng, 单 shan. */
export function spelling(text: string, surname = false): string {
  const syllables = pinyin(text, {
    toneType: 'none',
    type: 'array',
    v: true,
    ...(surname ? { surname: 'head' as const } : {}),
  });
  return syllables.join('').toLowerCase();
}
