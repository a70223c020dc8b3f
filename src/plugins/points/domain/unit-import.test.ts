import { UNIT_COLUMNS, unitsOfSheet, type UnitColumn } from './unit-import';

const columnOf = (heading: string): UnitColumn | undefined =>
  UNIT_COLUMNS.find((column) => column === heading);

const sheet = (...lines: string[][]) => lines.map((cells, index) => ({ row: index + 1, cells }));

describe('units of a sheet', () => {
  it('are found under their headings, with further officers below', () => {
    const rows = sheet(
      ['单位名单'],
      ['code', 'name', 'kind', 'officer', 'officerMail', 'head'],
      [' J01 ', '博物馆', 'institution', '甲', 'a@b.test', '丁'],
      ['', '', '', '乙', ''],
      ['', '', ''],
      ['C01', '艺术处', 'department']
    );
    expect(unitsOfSheet(rows, columnOf)).toMatchObject([
      {
        ...{ row: 3, code: 'J01', name: '博物馆', kind: 'institution', activeFrom: '' },
        officers: [
          { name: '甲', mail: 'a@b.test' },
          { name: '乙', mail: '' },
        ],
        head: { name: '丁', mail: '' },
      },
      { row: 6, code: 'C01', officers: [], leader: { name: '', mail: '' } },
    ]);
  });

  it('are none where a heading lacks that they take', () => {
    expect(unitsOfSheet(sheet(['code', 'name'], ['J01', '博物馆']), columnOf)).toBeNull();
    expect(unitsOfSheet([], columnOf)).toBeNull();
  });
});
