// antd with our theme, the nonce its styles need under the content policy, and the words of the language in use.
import { ConfigProvider, type ConfigProviderProps } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import type { Lang } from '../../kit/words.ts';
import { useLang } from './i18n.tsx';
import { antdTheme } from './theme.ts';

type Locale = NonNullable<ConfigProviderProps['locale']>;

const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';

export function AntdFrame({ children }: { children: ReactNode }) {
  const lang = useLang();
  const [locale, setLocale] = useState<Locale>();
  useEffect(() => {
    let current = true;
    void localeOf(lang).then((loaded) => {
      if (current) setLocale(loaded);
    });
    return () => {
      current = false;
    };
  }, [lang]);
  return (
    <ConfigProvider theme={antdTheme} csp={{ nonce }} {...(locale ? { locale } : {})}>
      {children}
    </ConfigProvider>
  );
}

async function localeOf(lang: Lang): Promise<Locale> {
  const loaded =
    lang === 'zh'
      ? await import('antd/es/locale/zh_CN.js')
      : await import('antd/es/locale/en_US.js');
  // The package is typed as CommonJS but built as a module: its default is the locale itself.
  return loaded.default as unknown as Locale;
}
