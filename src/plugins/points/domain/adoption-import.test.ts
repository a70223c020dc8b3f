import { importRowsOf, namesIn, writtenDay, type ImportColumn } from './adoption-import';

const COLUMN_OF = new Map<string, ImportColumn>([
  ['报送标题', 'title'],
  ['单位', 'unit'],
  ['录用渠道', 'channel'],
  ['录用日期', 'adoptedOn'],
]);
const columnOf = (heading: string) => COLUMN_OF.get(heading.trim());
const sheet = (...lines: string[][]) => lines.map((cells, index) => ({ row: index + 1, cells }));

describe('the rows of a sheet', () => {
  it('are read by headings below a title, in whatever order, and empty ones left out', () => {
    const read = importRowsOf(
      sheet(
        ['录用登记导入表'],
        ['录用日期', ' 报送标题 ', '__proto__', '录用渠道'],
        ['2026-03-05', ' 夜场 ', 'x', '省级录用'],
        ['', '  '],
        [],
        ['2026-03-06', '早场']
      ),
      columnOf
    );
    expect(read).toMatchObject({
      unknown: ['__proto__'],
      rows: [
        {
          row: 3,
          given: { title: '夜场', channel: '省级录用', adoptedOn: '2026-03-05', unit: '' },
        },
        { row: 6, given: { title: '早场', channel: '' } },
      ],
    });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('need their headings, each once', () => {
    expect(importRowsOf([], columnOf)).toEqual({
      fault: 'missing',
      columns: ['title', 'channel', 'adoptedOn'],
    });
    expect(importRowsOf(sheet(['报送标题', '录用日期']), columnOf)).toEqual({
      fault: 'missing',
      columns: ['channel'],
    });
    const twice = sheet(['报送标题', '录用渠道', '录用日期', '录用渠道']);
    expect(importRowsOf(twice, columnOf)).toEqual({ fault: 'twice', columns: ['channel'] });
  });
});

it.each([
  ['2026-3-5', '2026-03-05'],
  ['2026/03/05', '2026-03-05'],
  ['２０２６．３．５', '2026-03-05'],
  ['2026年3月15日', '2026-03-15'],
  [' 20260305 ', '2026-03-05'],
  ['2026-13-45', '2026-13-45'],
  ['5.3.2026', null],
  ['三月五日', null],
  ['', null],
])('%s is the day %s', (text, day) => expect(writtenDay(text)).toBe(day));

it('tells several names apart', () =>
  expect(namesIn('市图书馆、 市博物馆,,文旅处；')).toEqual(['市图书馆', '市博物馆', '文旅处']));
