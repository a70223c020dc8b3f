import type { JoiningBody, UnitsResponse } from '../../../shared/contracts';

/** Somebody who is being filled in, for a unit that there is. */
export interface JoiningDraft {
  /** documentId; empty until it is chosen. */
  unit: string;
  position: JoiningBody['position'];
  name: string;
  mail: string;
  activeFrom: string;
  sendMail: boolean;
}

/** What a page that leads here knows of the person. */
export interface KnownPerson {
  member?: unknown;
  name?: unknown;
  position?: unknown;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What is filled in before anything is. */
export const firstDraft = ({ name, position }: KnownPerson): JoiningDraft => ({
  ...{ unit: '', mail: '', activeFrom: '', sendMail: false },
  name: textOf(name),
  position: position === 'leader' ? 'leader' : 'officer',
});

/** The unit that is chosen; unless one is, the one that the person stands in already. */
export const unitOf = (
  { unit }: JoiningDraft,
  { member }: KnownPerson,
  units: UnitsResponse['data']
): string =>
  unit ||
  (units.find(({ officers }) => officers.some(({ documentId }) => documentId === member))
    ?.documentId ??
    '');

/** What must be filled in and is not. */
export const missingOf = ({ name, unit }: JoiningDraft): ReadonlySet<'name' | 'unit'> =>
  new Set<'name' | 'unit'>([
    ...(unit === '' ? (['unit'] as const) : []),
    ...(name.trim() === '' ? (['name'] as const) : []),
  ]);

/** What is sent of a draft in which nothing is missing. */
export const joiningOf = (draft: JoiningDraft): JoiningBody => ({
  ...draft,
  name: draft.name.trim(),
  mail: draft.mail.trim() || null,
  activeFrom: draft.activeFrom || null,
  sendMail: draft.sendMail && draft.mail.trim() !== '',
});
