import type { Table } from './model';
import { layoutOf, pageOf, pointsOf } from './paper';

const tableOf = (...widths: number[]): Table => ({
  headings: [],
  leading: 1,
  rows: [],
  columns: widths.map((width) => ({ name: '', align: 'left', width })),
});

describe('paper', () => {
  it('is A4 with the margins of GB/T 9704, whose text is 156 by 225 mm', () => {
    const upright = pageOf({ orientation: 'portrait' });
    expect(upright).toMatchObject({ width: 210, height: 297, textWidth: 156 });
    expect(upright.height - upright.margins.top - upright.margins.bottom).toBe(225);
  });

  it('is the same turned, when it lies', () => {
    const turned = pageOf({ orientation: 'landscape' });
    expect(turned).toMatchObject({ width: 297, height: 210, textWidth: 225 });
    expect(turned.height - turned.margins.top - turned.margins.bottom).toBe(156);
  });

  it('is filled by a table whose letters are small enough and no larger than usual', () => {
    const available = pointsOf(273);
    const wide = layoutOf(tableOf(3, 14, ...Array<number>(16).fill(5)), 273);
    const narrow = layoutOf(tableOf(3, 14, 5), 273);
    for (const { widths } of [wide, narrow]) {
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(available);
    }
    expect(wide.fontSize).toBeGreaterThan(6.5);
    expect(wide.fontSize * 5).toBeLessThan((wide.widths[2] ?? 0) - 2 * wide.padding + 0.1);
    expect(narrow.fontSize).toBe(10.5);
  });
});
