// Every colour and measure of the pages, once: for the style sheets as custom properties, for antd as its theme.
import type { ThemeConfig } from 'antd';

/** Named for what they stand for. Text colours reach a contrast of 4.5 on paper and on sheet. */
export const colours = {
  ink: '#1f2a24',
  stone: '#5c655f',
  'stone-light': '#8b938d',
  paper: '#fbfaf6',
  sheet: '#fffefb',
  'sheet-alt': '#f4f2ea',
  rule: '#dcd8ca',
  'rule-strong': '#b9b4a2',
  paddy: '#2f7d4f',
  'paddy-deep': '#225e3a',
  'paddy-wash': '#e8f0e8',
  gold: '#c8912b',
  'gold-text': '#83590d',
  'gold-wash': '#f8efd9',
  water: '#2b6f9e',
  clay: '#b5482f',
  'clay-wash': '#f9e9e3',
  brown: '#7a5330',
} as const;

export type Colour = keyof typeof colours;

/** Marks that stand beside each other in a chart, told apart by lightness as well as by hue. */
export const seriesColours: readonly Colour[] = ['paddy', 'water', 'gold', 'brown', 'stone-light'];

/** From little to much, for maps and heat: one hue, lightness falling evenly. */
export const sequence = ['#eef3e6', '#cfe0c8', '#a3c6a4', '#6fa57d', '#40835b', '#1f5a3a'] as const;

export const fontStack =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif';

export const antdTheme: ThemeConfig = {
  hashed: false,
  token: {
    colorPrimary: colours.paddy,
    colorInfo: colours.water,
    colorSuccess: colours.paddy,
    colorWarning: colours.gold,
    colorError: colours.clay,
    colorLink: colours['paddy-deep'],
    colorTextBase: colours.ink,
    colorBgContainer: colours.sheet,
    colorBgElevated: colours.sheet,
    colorBgLayout: colours.paper,
    colorBorder: colours['rule-strong'],
    colorBorderSecondary: colours.rule,
    colorTextPlaceholder: colours.stone,
    colorTextDescription: colours.stone,
    fontFamily: fontStack,
    fontSize: 14,
    lineHeight: 22 / 14,
    controlHeight: 30,
    borderRadius: 2,
    motion: false,
    boxShadow: 'none',
    boxShadowSecondary: '0 2px 8px rgba(31, 42, 36, 0.16)',
  },
  components: { Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 600 } },
};

/** Hands the colours to the style sheets. Set by script, so no inline style has to be allowed. */
export function applyTheme(root: HTMLElement): void {
  for (const [name, value] of Object.entries(colours)) root.style.setProperty(`--${name}`, value);
  sequence.forEach((value, at) => {
    root.style.setProperty(`--sequence-${at}`, value);
  });
  root.style.setProperty('--font', fontStack);
}
