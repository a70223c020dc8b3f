/** Colours that go together: sky above and below, ground, two strong colours and a light one. */
export interface Palette {
  skyTop: string;
  skyBottom: string;
  far: string;
  ground: string;
  strong: string;
  accent: string;
  light: string;
}

const palette = (
  skyTop: string,
  skyBottom: string,
  far: string,
  ground: string,
  strong: string,
  accent: string,
  light: string
): Palette => ({ skyTop, skyBottom, far, ground, strong, accent, light });

export const PALETTES: readonly Palette[] = [
  palette('#8ecae6', '#fdf0d5', '#7ba6a1', '#4f7f5f', '#a4243b', '#d8a039', '#fffaf0'),
  palette('#1b2a49', '#4a5a8a', '#2b3a67', '#141d33', '#b23a48', '#f2c14e', '#fde8c9'),
  palette('#f6bd60', '#f7ede2', '#c98b70', '#84523f', '#7d1d3f', '#f28482', '#fff4e0'),
  palette('#cfe3d8', '#f4f1e6', '#8fae9d', '#5c7f6b', '#3d5a5b', '#c97c5d', '#ffffff'),
  palette('#d9cbe8', '#fbe9ef', '#a28bb5', '#6c5a86', '#513b6b', '#e39aa7', '#fff6fb'),
];
