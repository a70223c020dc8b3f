import { paragraphsOfBlocks, paragraphsOfText } from './paragraphs';

const text = (value: string) => ({ type: 'text', text: value });

describe('what a text says, paragraph by paragraph', () => {
  it('keeps of blocks the headings, items, quotes and pictures in their order', () => {
    const blocks = [
      { type: 'heading', level: 2, children: [text('夜场')] },
      { type: 'paragraph', children: [text('每周五'), { type: 'link', children: [text('开放')] }] },
      { type: 'paragraph', children: [text('')] },
      { type: 'image', image: { url: '/uploads/a.jpg', alternativeText: '展厅' }, children: [] },
      { type: 'image', image: {}, children: [] },
      {
        type: 'list',
        children: [
          { type: 'list-item', children: [text('一')] },
          { type: 'list', children: [{ type: 'list-item', children: [text('二')] }] },
        ],
      },
      { type: 'quote', children: [text('好')] },
    ];
    const expected = [
      { kind: 'heading', text: '夜场', url: null },
      { kind: 'text', text: '每周五开放', url: null },
      { kind: 'picture', text: '展厅', url: '/uploads/a.jpg' },
      { kind: 'item', text: '一', url: null },
      { kind: 'item', text: '二', url: null },
      { kind: 'quote', text: '好', url: null },
    ];
    expect(paragraphsOfBlocks(blocks)).toEqual(expected);
    expect(paragraphsOfBlocks(JSON.stringify(blocks))).toEqual(expected);
    expect(paragraphsOfBlocks(null)).toEqual([]);
  });

  it('is of a plain text each line that says something', () => {
    expect(paragraphsOfText(' 一\n\n　二 \n')).toEqual([
      { kind: 'text', text: '一', url: null },
      { kind: 'text', text: '二', url: null },
    ]);
  });
});
