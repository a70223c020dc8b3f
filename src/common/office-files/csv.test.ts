import { csvLine, writeCsv } from './csv';
import type { Cell, Table } from './model';

const text = (value: string): Cell => ({ kind: 'text', text: value });
const number = (value: number, decimals = 2): Cell => ({
  kind: 'number',
  value,
  decimals,
  shown: `~${value}`,
});

const fieldOf = (cell: Cell): string => csvLine([cell]).slice(0, -2);

describe('a line of comma-separated values', () => {
  it.each(['=1+1', '+1', '-1', '@cmd', '\tx', '\rx'])('defuses %j', (value) => {
    expect(fieldOf(text(value)).replaceAll('"', '')).toBe(`'${value}`);
  });

  it.each([
    ['plain', 'plain'],
    ['a=b', 'a=b'],
    ['a,b', '"a,b"'],
    ['a "b"', '"a ""b"""'],
    ['two\nlines', '"two\nlines"'],
  ])('writes %j as %j', (value, field) => {
    expect(fieldOf(text(value))).toBe(field);
  });

  it('leaves numbers numbers, below nought too, and is empty where there is none', () => {
    const cells = [
      number(81.67),
      number(-3),
      number(12, 0),
      { kind: 'empty', shown: '–' } as const,
    ];
    expect(csvLine(cells)).toBe('81.67,-3.00,12,\r\n');
  });

  it('leaves out what no text may hold', () => {
    expect(fieldOf(text('a\u0000b\ud800c'))).toBe('abc');
  });
});

describe('a table as comma-separated values', () => {
  it('has one line of headings, each column by the name that it has alone', () => {
    const table: Table = {
      headings: [],
      leading: 1,
      columns: [
        { name: '单位', align: 'left', width: 10 },
        { name: '=points', align: 'right', width: 5 },
      ],
      rows: [{ cells: [text('市博物馆'), number(1)], isTotal: false }],
    };
    const bytes = writeCsv(table);
    expect(Buffer.from(bytes).toString('utf8')).toBe("\ufeff单位,'=points\r\n市博物馆,1.00\r\n");
  });
});
