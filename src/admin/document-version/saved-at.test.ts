import { savedAtOf, type QueryEntry } from './saved-at';

const DRAFT = '2026-03-01T00:00:00.001Z';
const PUBLISHED = '2026-02-01T00:00:00.000Z';

const read = (values: object, updatedAt: string, fulfilledTimeStamp = 1): QueryEntry => ({
  endpointName: 'getDocument',
  originalArgs: { model: 'api::article.article', documentId: 'a', params: {}, ...values },
  fulfilledTimeStamp,
  data: { data: { updatedAt } },
});

describe('savedAtOf', () => {
  const key = { model: 'api::article.article', documentId: 'a', params: {} };

  it('is of the version that the form shows', () => {
    const entries = [
      read({ params: { status: 'published' } }, PUBLISHED),
      read({}, DRAFT),
      read({ documentId: 'b' }, '2026-01-01T00:00:00.000Z'),
    ];
    expect(savedAtOf(entries, key)).toBe(DRAFT);
    expect(savedAtOf(entries, { ...key, params: { status: 'published' } })).toBe(PUBLISHED);
  });

  it('is the oldest when it was read twice', () => {
    expect(savedAtOf([read({}, DRAFT, 9), read({}, PUBLISHED, 3)], key)).toBe(PUBLISHED);
  });

  it('is not known of what was never read', () => {
    expect(savedAtOf([undefined, { endpointName: 'getAllDocuments' }], key)).toBeUndefined();
  });
});
