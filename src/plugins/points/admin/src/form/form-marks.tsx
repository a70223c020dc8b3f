import { FormattedMessage } from 'react-intl';
import type { EditFieldLayout, EditLayout } from '@strapi/content-manager/strapi-admin';
import { trId } from '../shared/translations';

/** What a form's layout is told by the page that shows it. */
export interface FormMarks {
  /** Nothing in it can be changed now. */
  isLocked: boolean;
  /** Names of fields that are not whoever looks's to fill in or to see. */
  hidden: readonly string[];
}

/** The hook of the Content Manager that lets a form's layout be changed. */
export const EDIT_LAYOUT_HOOK = 'Admin/CM/pages/EditView/mutate-edit-view-layout';

interface LayoutHookArguments {
  layout: EditLayout;
  query: unknown;
}

const NO_MARKS: FormMarks = { isLocked: false, hidden: [] };

/** Where an entry runs on the site. */
export const PLACEMENT = 'placement';

/** The marks travel with the settings of the layout, whose change draws the form anew. */
export const MARKS = 'pointsMarks';

/** The marks that a form's layout bears. */
export const marksIn = (settings: object): FormMarks =>
  MARKS in settings ? (settings[MARKS] as FormMarks) : NO_MARKS;

/** What the column's own hint says rests on the placement, which is not shown here. */
const hintOfColumn = (field: EditFieldLayout): EditFieldLayout => {
  if (field.name !== 'column') return field;
  const message = { id: trId('form.column'), defaultMessage: 'May be left to the site editor.' };
  // Strapi's type says text; the form shows whatever it is given.
  return { ...field, hint: (<FormattedMessage {...message} />) as unknown as string };
};

const isEmpty = (rows: readonly unknown[]): boolean => rows.length === 0;

/** The form as its marks have it: grey, and without what is not one's to choose. */
export const markForm = ({ layout, query }: LayoutHookArguments): LayoutHookArguments => {
  const { hidden, isLocked } = marksIn(layout.settings);
  if (hidden.length === 0 && !isLocked) return { layout, query };
  const isShown = ({ name }: EditFieldLayout): boolean => !hidden.includes(name);
  const locked = (field: EditFieldLayout): EditFieldLayout => ({ ...field, disabled: true });
  const drawn = (field: EditFieldLayout): EditFieldLayout => {
    const hinted = hidden.includes(PLACEMENT) ? hintOfColumn(field) : field;
    return isLocked ? locked(hinted) : hinted;
  };
  const panels = layout.layout.map((panel) =>
    panel.map((row) => row.filter(isShown).map(drawn)).filter((row) => !isEmpty(row))
  );
  return {
    layout: { ...layout, layout: panels.filter((panel) => !isEmpty(panel)) },
    query,
  };
};
