// Words on the screen: a flat list of keys, two languages, `{name}` for what is filled in.
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { fill, type Lang, type Words } from '../../kit/words.ts';

export type Params = Record<string, string | number>;
export type T = (key: string, params?: Params) => string;

const WordsContext = createContext<{ lang: Lang; t: T }>({ lang: 'zh', t: () => '' });

export function WordsProvider(props: { words: Words; lang: Lang; children: ReactNode }) {
  const { words, lang, children } = props;
  const value = useMemo(
    () => ({ lang, t: wording(words, lang, import.meta.env.DEV) }),
    [words, lang],
  );
  return <WordsContext value={value}>{children}</WordsContext>;
}

/** The texts of the language in use: `t('platform.web.more', { count: 50 })`. */
export function useT(): T {
  return useContext(WordsContext).t;
}

export function useLang(): Lang {
  return useContext(WordsContext).lang;
}

/** A key without words stands out while developing; people who work with the pages see a dash, the console the key. */
export function wording(words: Words, lang: Lang, showMissing: boolean): T {
  return (key, params) => {
    const word = words[key];
    if (word) return fill(word[lang], params);
    if (showMissing) return `⟦${key}⟧`;
    console.error(`no words for ${key}`);
    return '—';
  };
}

/** The language an address asks for; Chinese unless English is asked for. */
export function langOf(value: unknown): Lang {
  return value === 'en' ? 'en' : 'zh';
}
