import { entryContentOf } from './entry-content';

const ARTICLE = {
  title: { type: 'string', maxLength: 200 },
  summary: { type: 'text', maxLength: 10 },
  body: { type: 'blocks' },
  cover: { type: 'media', multiple: false, allowedTypes: ['images'] },
  pictures: { type: 'media', multiple: true, allowedTypes: ['images'] },
  video: { type: 'media', multiple: false, allowedTypes: ['videos'] },
};

const picture = (id: number) => ({ id, name: `${id}.jpg`, mime: 'image/jpeg' });

describe('the entry that is made of a submission', () => {
  it('bears the title, a paragraph a line, and the files by their kind', () => {
    const { data, leftOut } = entryContentOf(ARTICLE, {
      title: '开馆',
      text: '第一段。\n\n第二段。',
      attachments: [
        picture(1),
        picture(2),
        picture(3),
        { id: 4, name: 'a.mp4', mime: 'video/mp4' },
      ],
    });
    expect(data).toEqual({
      title: '开馆',
      body: [
        { type: 'paragraph', children: [{ type: 'text', text: '第一段。' }] },
        { type: 'paragraph', children: [{ type: 'text', text: '第二段。' }] },
      ],
      cover: 1,
      pictures: [2, 3],
      video: 4,
    });
    expect(leftOut).toEqual({ text: false, attachments: [] });
  });

  it('says what the type has no place for', () => {
    const { data, leftOut } = entryContentOf(
      { name: { type: 'string', maxLength: 3 }, note: { type: 'text', maxLength: 2 } },
      {
        title: '市博物馆',
        text: '很长的正文',
        attachments: [{ id: 1, name: 'report.pdf', mime: 'application/pdf' }],
      }
    );
    expect(data).toEqual({ name: '市博物' });
    expect(leftOut).toEqual({ text: true, attachments: ['report.pdf'] });
  });

  it('lets no markup through into a rich text', () => {
    const { data } = entryContentOf(
      { title: { type: 'string' }, body: { type: 'richtext' } },
      { title: 'x', text: '<script>alert(1)</script>\n& more', attachments: [] }
    );
    expect(data.body).toBe('&lt;script&gt;alert(1)&lt;/script&gt;\n\n&amp; more');
  });

  it('takes place when the submission says, in the fields that the type names', () => {
    const event = {
      day: '2026-05-01',
      start: new Date('2026-04-30T16:00:00Z'),
      end: new Date('2026-05-01T15:59:00Z'),
    };
    const made = (fields: string[]) =>
      entryContentOf(
        {
          title: { type: 'string' },
          startsAt: { type: 'datetime' },
          endsAt: { type: 'datetime' },
          heldOn: { type: 'date' },
        },
        { title: 'x', text: '', attachments: [], event: { ...event, fields } }
      ).data;
    expect(made(['startsAt', 'endsAt'])).toEqual({
      title: 'x',
      startsAt: '2026-04-30T16:00:00.000Z',
      endsAt: '2026-05-01T15:59:00.000Z',
    });
    expect(made(['heldOn'])).toEqual({ title: 'x', heldOn: '2026-05-01' });
    expect(made([])).toEqual({ title: 'x' });
  });
});
