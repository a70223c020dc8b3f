import { createQueryShape } from './query-shape';
import type { Attribute } from './site-types';

const SCHEMAS: Record<string, Record<string, Attribute>> = {
  article: {
    title: { type: 'string' },
    year: { type: 'integer' },
    price: { type: 'decimal' },
    day: { type: 'date' },
    isOpen: { type: 'boolean' },
    body: { type: 'blocks' },
    column: { type: 'relation', target: 'column' },
    cover: { type: 'media' },
    steps: { type: 'component', component: 'step' },
    related: { type: 'relation' },
  },
  column: { name: { type: 'string' }, parent: { type: 'relation', target: 'column' } },
  step: { name: { type: 'string' } },
  'plugin::upload.file': { mime: { type: 'string' } },
};

const flawOf = createQueryShape((uid) => SCHEMAS[uid]);

describe('the shape of a query', () => {
  it.each([
    [{ filters: { title: 'x' } }],
    [{ filters: { documentId: 'x', id: 1 }, sort: 'documentId', fields: 'documentId' }],
    [{ filters: { column: { documentId: { $in: ['x'] } } } }],
    [{ filters: { title: { $contains: 'x', $notNull: 'true' } } }],
    [{ filters: { title: { $in: ['x', 'y'] } } }],
    [{ filters: { title: { $not: { $eq: 'x' } } } }],
    [{ filters: { year: { $between: ['1', '-2'] } } }],
    [{ filters: { price: { $gt: '1.5' } } }],
    [{ filters: { day: { $lte: '2026-03-31' } } }],
    [{ filters: { day: { $gt: new Date(0) } } }],
    [{ filters: { isOpen: 'true' } }],
    [{ filters: { body: { $notNull: true } } }],
    [{ filters: { column: { name: 'x', parent: { name: { $eq: 'y' } } } } }],
    [{ filters: { column: { $null: true } } }],
    [{ filters: { column: { $or: [{ name: 'x' }, { id: 1 }] } } }],
    [{ filters: { steps: { name: 'x' }, cover: { mime: 'x' } } }],
    [{ filters: { $or: [{ title: 'x' }, { $and: [{ year: 1 }] }], $not: { year: 2 } } }],
    [{ start: 2_000_000_000, limit: '25' }],
    [{ sort: 'title:asc,column.name' }],
    [{ sort: ['title', { column: { parent: { name: 'asc' } } }] }],
    [{ fields: ['title', 'id'] }],
    [{ populate: { column: { filters: { name: 'x' }, sort: 'name', populate: '*' } } }],
    [{ populate: { related: { on: { step: { fields: 'name' }, column: true } } } }],
    [{}],
  ])('is right: %j', (query) => {
    expect(flawOf('article', query)).toBeNull();
  });

  it.each([
    [{ start: 1e20 }, 'far', 'pagination[start]'],
    [{ populate: { column: { limit: '1e20' } } }, 'far', 'populate[column][limit]'],
    [{ filters: 'x' }, 'conditions', 'filters'],
    [{ filters: { $or: 'x' } }, 'list', 'filters[$or]'],
    [{ filters: { $or: { 200: { title: 'x' } } } }, 'list', 'filters[$or]'],
    [{ filters: { $and: ['x'] } }, 'conditions', 'filters[$and][0]'],
    [{ filters: { $not: [{ title: 'x' }] } }, 'conditions', 'filters[$not]'],
    [{ filters: { $eq: 1 } }, 'conditions', 'filters'],
    [{ filters: { title: { $or: [] } } }, 'operator', 'filters[title]'],
    [{ filters: { title: { $eq: { a: 1 } } } }, 'text', 'filters[title][$eq]'],
    [{ filters: { year: { $contains: '1' } } }, 'operator', 'filters[year]'],
    [{ filters: { year: '1.5' } }, 'whole', 'filters[year]'],
    [{ filters: { year: { $in: ['1', '2147483648'] } } }, 'whole', 'filters[year][$in]'],
    [{ filters: { price: { $lt: 'x' } } }, 'number', 'filters[price][$lt]'],
    [{ filters: { day: { $gt: '2026-13-45' } } }, 'date', 'filters[day][$gt]'],
    [{ filters: { day: { $in: '0' } } }, 'date', 'filters[day][$in]'],
    [{ filters: { isOpen: 'x' } }, 'boolean', 'filters[isOpen]'],
    [{ filters: { year: { $between: '1' } } }, 'pair', 'filters[year][$between]'],
    [{ filters: { body: { $contains: 'x' } } }, 'operator', 'filters[body]'],
    [{ filters: { column: 'x' } }, 'whole', 'filters[column]'],
    [{ filters: { column: { $null: true, name: 'x' } } }, 'alone', 'filters[column][$null]'],
    [{ filters: { column: { name: { $bad: 1 } } } }, 'operator', 'filters[column][name]'],
    [{ sort: 'title.name' }, 'sort', 'sort=title.name'],
    [{ sort: 'column' }, 'sort', 'sort=column'],
    [{ sort: 'body' }, 'sort', 'sort=body'],
    [{ sort: 'status' }, 'sort', 'sort=status'],
    [{ sort: { toString: 'asc' } }, 'sort', 'sort=toString'],
    [{ fields: '__proto__' }, 'field', 'fields=__proto__'],
    [{ fields: ['title', 'column'] }, 'related', 'fields=column'],
    [{ populate: { column: { fields: 'parent' } } }, 'related', 'populate[column][fields]=parent'],
    [
      { populate: { column: { filters: { name: { $or: 1 } } } } },
      'operator',
      'populate[column][filters][name]',
    ],
    [{ populate: 'a.b.c.d.e.f' }, 'depth', 'populate'],
    [{ populate: { related: { on: 'x' } } }, 'field', 'populate[related][on]'],
    [{ populate: { related: { on: { x: true } } } }, 'field', 'populate[related][on][x]'],
    [
      { populate: { column: { on: { x: { populate: '*' } } } } },
      'field',
      'populate[column][on][x]',
    ],
    [
      { populate: { related: { on: { step: { sort: 'x' } } } } },
      'sort',
      'populate[related][on][step][sort]=x',
    ],
  ])('is wrong: %j', (query, kind, path) => {
    expect(flawOf('article', query)).toMatchObject({ kind, path });
  });

  it('goes five levels deep and no deeper', () => {
    const deep = (levels: number): Record<string, unknown> =>
      levels === 0 ? {} : { populate: { parent: deep(levels - 1) } };
    const nested = (levels: number) => ({ populate: { column: deep(levels) } });
    expect(flawOf('article', nested(4))).toBeNull();
    expect(flawOf('article', nested(5))).toMatchObject({
      kind: 'depth',
    });
  });
});
