import {
  bodyOf,
  missingIn,
  unitsWithOfficers,
  withUnits,
  type SubmissionDraft,
  type Units,
} from './submission-draft';

const unit = (documentId: string, ...officers: string[]): Units[number] => ({
  documentId,
  code: documentId,
  name: documentId,
  kind: 'institution',
  officers: officers.map((officer) => ({ documentId: officer, name: officer })),
});

const UNITS = [unit('museum', 'li', 'wang'), unit('library', 'zhou'), unit('theatre')];

const draft: SubmissionDraft = {
  title: ' 夜游博物馆 ',
  units: ['museum', 'library'],
  officers: ['wang', 'zhou'],
  category: 'culture-news',
};

describe('a submission that is to be made from an entry', () => {
  it('may name officers of the chosen units that have any', () => {
    const chosen = unitsWithOfficers(UNITS, ['theatre', 'museum']);
    expect(chosen.map(({ documentId }) => documentId)).toEqual(['museum']);
  });

  it('forgets officers with their units', () => {
    expect(withUnits(draft, UNITS, ['museum'])).toEqual({
      ...draft,
      units: ['museum'],
      officers: ['wang'],
    });
    expect(withUnits(draft, UNITS, []).officers).toEqual([]);
  });

  it('is sent once title, units and category are there', () => {
    expect(bodyOf(draft)).toEqual({ ...draft, title: '夜游博物馆' });
    expect(missingIn(draft)).toEqual({ title: false, units: false, category: false });
  });

  it.each([
    ['title', { ...draft, title: ' ' }],
    ['units', { ...draft, units: [] }],
    ['category', { ...draft, category: null }],
  ] satisfies Array<[string, SubmissionDraft]>)('is not sent without %s', (name, incomplete) => {
    expect(bodyOf(incomplete)).toBeNull();
    const missing = missingIn(incomplete);
    expect(
      Object.entries(missing).flatMap(([field, isMissing]) => (isMissing ? field : []))
    ).toEqual([name]);
  });
});
