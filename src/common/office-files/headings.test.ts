import { placeHeadings } from './headings';

const heading = (text: string, columns = 1, lines = 1) => ({ text, columns, lines });

describe('the places of headings', () => {
  it('leave out what a heading above reaches over', () => {
    const placed = placeHeadings([
      [heading('rank', 1, 2), heading('site', 2), heading('total', 1, 2), heading('city')],
      [heading('video'), heading('picture'), heading('adopted')],
    ]);
    expect(placed.map(({ column, line, text }) => [text, line, column])).toEqual([
      ['rank', 0, 0],
      ['site', 0, 1],
      ['total', 0, 3],
      ['city', 0, 4],
      ['video', 1, 1],
      ['picture', 1, 2],
      ['adopted', 1, 4],
    ]);
  });
});
