import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from '@fluentui/react-components';

/** A quiet ink blue, from near black to near white. */
const INK: BrandVariants = {
  10: '#02060c',
  20: '#0a1a2c',
  30: '#0d2a49',
  40: '#113660',
  50: '#174274',
  60: '#1e4e87',
  70: '#275b99',
  80: '#2f68a9',
  90: '#4076b4',
  100: '#5485be',
  110: '#6894c7',
  120: '#7da3cf',
  130: '#93b3d8',
  140: '#aac3e1',
  150: '#c2d4ea',
  160: '#dbe6f3',
};

const FONTS = [
  '"Segoe UI"',
  '"Microsoft YaHei UI"',
  '"Microsoft YaHei"',
  '"PingFang SC"',
  '"Noto Sans CJK SC"',
  'sans-serif',
].join(', ');

const OURS: Partial<Theme> = { fontFamilyBase: FONTS, fontFamilyNumeric: FONTS };

export const LIGHT: Theme = { ...createLightTheme(INK), ...OURS };
export const DARK: Theme = {
  ...createDarkTheme(INK),
  ...OURS,
  // The lighter steps keep words in the brand's colour legible on a dark ground.
  colorBrandForeground1: INK[120],
  colorBrandForeground2: INK[130],
  colorBrandForegroundLink: INK[130],
  colorBrandForegroundLinkHover: INK[140],
  colorBrandForegroundLinkPressed: INK[120],
  // The red of deductions, light enough for small figures.
  colorStatusDangerForeground1: '#eb8f97',
};
