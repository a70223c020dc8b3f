import { fileNameOf } from './file-name';

describe('the name of a file', () => {
  it('is the one in any language, before the plain one', () => {
    const both = `attachment; filename="report.xlsx"; filename*=UTF-8''2026%E5%B9%B4.xlsx`;
    expect(fileNameOf(both)).toBe('2026年.xlsx');
    expect(fileNameOf('attachment; filename="report.xlsx"')).toBe('report.xlsx');
    expect(fileNameOf(null)).toBe('');
  });
});
