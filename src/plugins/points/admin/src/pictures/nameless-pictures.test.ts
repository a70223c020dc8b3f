import { namelessPictures, withTexts } from './nameless-pictures';

const picture = (id: number, alternativeText: string | null = null) => ({
  ...{ id, name: `${id}.png`, url: `/uploads/${id}.png`, mime: 'image/png', alternativeText },
  formats: { thumbnail: { url: `/uploads/thumbnail_${id}.png` } },
});

const FORM = {
  title: '资讯',
  cover: picture(1),
  gallery: [picture(2, '展厅'), picture(3, ' ')],
  attachment: { ...picture(4), mime: 'application/pdf' },
  body: [
    { type: 'paragraph', children: [{ type: 'text', text: '正文' }] },
    { type: 'image', image: picture(5), children: [] },
  ],
  parts: [{ id: 9, picture: picture(1) }],
};

describe('pictures without an alternative text', () => {
  it('are found in fields, rich text and components, each once', () => {
    expect(namelessPictures(FORM).map(({ id }) => id)).toEqual([1, 3, 5]);
    expect(namelessPictures(FORM)[0]?.url).toBe('/uploads/thumbnail_1.png');
    expect(namelessPictures({ title: null, cover: null })).toEqual([]);
  });

  it('are given theirs wherever they stand', () => {
    const texts = new Map([
      [1, '封面'],
      [3, '合影'],
      [5, '舞台'],
    ]);
    const after = withTexts(FORM, texts) as typeof FORM;
    expect(namelessPictures(after)).toEqual([]);
    expect(after.cover.alternativeText).toBe('封面');
    expect(after.gallery[0]).toEqual(FORM.gallery[0]);
    expect(after.attachment).toEqual(FORM.attachment);
    expect(after.body[0]).toEqual(FORM.body[0]);
  });
});
