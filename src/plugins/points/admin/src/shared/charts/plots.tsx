import { useId } from 'react';
import {
  Bar,
  BarChart,
  CartesianGrid,
  LabelList,
  Legend,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useTheme } from 'styled-components';
import { paletteOf, type Palette } from './palette';

const FONT = 12;
const HEIGHT = 240;
const ROW_HEIGHT = 34;
const MOST_BAR = 28;

interface HatchProps {
  id: string;
  palette: Palette;
}

/** Lines across the bars of the second series, so that nobody needs its colour. */
const Hatch = ({ id, palette: { ground, second } }: HatchProps) => (
  <defs>
    <pattern
      id={id}
      width={6}
      height={6}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width={6} height={6} fill={ground} />
      <rect width={3} height={6} fill={second} />
    </pattern>
  </defs>
);

const tooltipOf = ({ ground, lines, strongText }: Palette) => ({
  contentStyle: {
    background: ground,
    borderColor: lines,
    borderRadius: 4,
    color: strongText,
    fontSize: FONT,
  },
  itemStyle: { color: strongText },
  labelStyle: { color: strongText, fontWeight: 600 },
  cursor: { fill: lines, fillOpacity: 0.4 },
});

/** A column of the plot: its label, and how much of each series. */
interface Column {
  label: string;
  main: number;
  second?: number;
}

interface ColumnsProps {
  columns: readonly Column[];
  /** What the series are called; the second is absent where there is one. */
  names: { main: string; second?: string };
  /** Whether the series stand on each other rather than side by side. */
  isStacked?: boolean;
}

/** Upright bars over time, of one series or two. */
export const Columns = ({ columns, names, isStacked = false }: ColumnsProps) => {
  const palette = paletteOf(useTheme().colors);
  const hatch = useId();
  const hatched = { fill: `url(#${hatch})`, stroke: palette.second };
  const stack = isStacked ? 'all' : undefined;
  const tick = { fill: palette.text, fontSize: FONT };
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      <BarChart
        data={[...columns]}
        accessibilityLayer={false}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
      >
        <Hatch id={hatch} palette={palette} />
        <CartesianGrid vertical={false} stroke={palette.lines} />
        <XAxis dataKey="label" tick={tick} stroke={palette.lines} />
        <YAxis width={44} tick={tick} stroke={palette.lines} allowDecimals={false} />
        <Tooltip {...tooltipOf(palette)} />
        {names.second ? (
          <Legend
            iconType="rect"
            formatter={(name: string) => (
              <span style={{ color: palette.strongText, fontSize: FONT }}>{name}</span>
            )}
          />
        ) : null}
        {names.second ? (
          <Bar
            dataKey="second"
            name={names.second}
            {...hatched}
            maxBarSize={MOST_BAR}
            isAnimationActive={false}
            stackId={stack}
          />
        ) : null}
        <Bar
          dataKey="main"
          name={names.main}
          fill={palette.main}
          maxBarSize={MOST_BAR}
          isAnimationActive={false}
          stackId={stack}
        />
      </BarChart>
    </ResponsiveContainer>
  );
};

/** A line of the plot: its label, how much, and how that reads. */
export interface Line {
  label: string;
  value: number;
  text: string;
}

/** Lying bars, each under its name and with its number. */
export const Lines = ({ lines, name }: { lines: readonly Line[]; name: string }) => {
  const palette = paletteOf(useTheme().colors);
  return (
    <ResponsiveContainer width="100%" height={lines.length * ROW_HEIGHT + 16}>
      <BarChart
        data={[...lines]}
        layout="vertical"
        accessibilityLayer={false}
        margin={{ top: 4, right: 116, bottom: 4, left: 0 }}
      >
        <XAxis type="number" hide domain={[0, 'dataMax']} />
        <YAxis
          type="category"
          dataKey="label"
          width={132}
          interval={0}
          tick={{ fill: palette.strongText, fontSize: FONT }}
          axisLine={false}
          tickLine={false}
        />
        <Tooltip {...tooltipOf(palette)} />
        <Bar
          dataKey="value"
          name={name}
          fill={palette.main}
          maxBarSize={20}
          minPointSize={1}
          isAnimationActive={false}
        >
          <LabelList dataKey="text" position="right" fill={palette.strongText} fontSize={FONT} />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
};
