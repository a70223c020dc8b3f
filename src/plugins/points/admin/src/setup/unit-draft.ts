import type { NewMember, NewUnitBody, UnitKind } from '../../../shared/contracts';

/** A person as the form has them: empty where nobody is filled in. */
export interface PersonDraft {
  name: string;
  mail: string;
}

/** Who heads the unit: nobody known, somebody named, or one of the unit. */
export const HEAD_CHOICES = ['nobody', 'named', 'leader', 'officer'] as const;
type HeadChoice = (typeof HEAD_CHOICES)[number];

/** A unit that is being filled in. */
export interface UnitDraft {
  name: string;
  code: string;
  kind: UnitKind | '';
  signOff: boolean;
  activeFrom: string;
  officers: PersonDraft[];
  leader: PersonDraft;
  headIs: HeadChoice;
  head: PersonDraft;
  sendMail: boolean;
}

export type RequiredField = 'name' | 'code' | 'kind';

const NOBODY: PersonDraft = { name: '', mail: '' };

/** A form with nothing in it but room for an officer, whom every unit needs (§五.1). */
export const emptyUnit = (): UnitDraft => ({
  ...{ name: '', code: '', kind: '', signOff: false, activeFrom: '', sendMail: false },
  ...{ officers: [NOBODY], leader: NOBODY, headIs: 'nobody', head: NOBODY },
});

/** What must be filled in and is not. */
export const missingIn = ({ code, kind, name }: UnitDraft): ReadonlySet<RequiredField> =>
  new Set<RequiredField>([
    ...(name.trim() === '' ? (['name'] as const) : []),
    ...(code.trim() === '' ? (['code'] as const) : []),
    ...(kind === '' ? (['kind'] as const) : []),
  ]);

/** The draft with one of its officers changed, by their place. */
export const withOfficer = (
  draft: UnitDraft,
  place: number,
  values: Partial<PersonDraft>
): UnitDraft => ({
  ...draft,
  officers: draft.officers.map((officer, index) =>
    index === place ? { ...officer, ...values } : officer
  ),
});

/** The draft with room for one more officer. */
export const withOneMore = (draft: UnitDraft): UnitDraft => ({
  ...draft,
  officers: [...draft.officers, NOBODY],
});

const isFilledIn = ({ mail, name }: PersonDraft): boolean =>
  name.trim() !== '' || mail.trim() !== '';

const memberOf = ({ mail, name }: PersonDraft): NewMember => ({
  name: name.trim(),
  mail: mail.trim() || null,
});

const headOf = ({ head, headIs }: UnitDraft): NewUnitBody['head'] => {
  if (headIs === 'nobody') return null;
  return headIs === 'named' ? memberOf(head) : { is: headIs };
};

/** What is sent of a draft in which nothing is missing. */
export const bodyOf = (draft: UnitDraft): NewUnitBody => ({
  name: draft.name.trim(),
  code: draft.code.trim(),
  kind: draft.kind || 'institution',
  signOff: draft.signOff,
  activeFrom: draft.activeFrom || null,
  officers: draft.officers.filter(isFilledIn).map(memberOf),
  leader: isFilledIn(draft.leader) ? memberOf(draft.leader) : null,
  head: headOf(draft),
  sendMail: draft.sendMail,
});
