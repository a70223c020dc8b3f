import type { EditFieldLayout, EditLayout } from '@strapi/content-manager/strapi-admin';
import { markForm, MARKS, marksIn, type FormMarks } from './form-marks';

const field = (name: string) => ({ name, disabled: false }) as EditFieldLayout;

const layoutOf = (marks?: Partial<FormMarks>): EditLayout =>
  ({
    settings: marks ? { [MARKS]: { isLocked: false, hidden: [], ...marks } } : {},
    layout: [[[field('title')], [field('placement')]], [[field('body'), field('placement')]]],
  }) as unknown as EditLayout;

const drawn = (marks?: Partial<FormMarks>) =>
  markForm({ layout: layoutOf(marks), query: {} }).layout.layout;

describe('a form as its page marks it', () => {
  it('is as it was without marks', () => {
    expect(drawn()).toEqual(layoutOf().layout);
    expect(drawn({})).toEqual(layoutOf().layout);
    expect(marksIn({})).toEqual({ isLocked: false, hidden: [] });
  });

  it('is grey in all its fields while it is locked', () => {
    const fields = drawn({ isLocked: true }).flat(2);
    expect(fields.map(({ name }) => name)).toEqual(['title', 'placement', 'body', 'placement']);
    expect(fields.every(({ disabled }) => disabled)).toBe(true);
  });

  it('does not show where an entry runs to whom it is not asked', () => {
    expect(drawn({ hidden: ['placement'] }).flat(2)).toEqual([field('title'), field('body')]);
  });
});
