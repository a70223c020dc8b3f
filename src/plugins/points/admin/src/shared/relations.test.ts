import { changedRelation } from './relations';

describe('an unsaved to-one relation', () => {
  it('is as saved when nothing changed', () => {
    expect(changedRelation(undefined)).toBeUndefined();
    expect(changedRelation(null)).toBeUndefined();
    expect(changedRelation({ connect: [], disconnect: [] })).toBeUndefined();
  });

  it('is the connected document, picked from the list or made in the dialog', () => {
    const picked = { id: 4, apiData: { id: 4, documentId: 'picked' } };
    expect(changedRelation({ connect: [picked], disconnect: [{ id: 1 }] })).toBe('picked');
    expect(changedRelation({ connect: [{ id: 'made', documentId: 'made' }] })).toBe('made');
  });

  it('is empty when taken away', () => {
    expect(changedRelation({ connect: [], disconnect: [{ id: 1 }] })).toBe('');
  });
});
