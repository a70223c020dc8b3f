import type { Core } from '@strapi/strapi';
import type {
  Invitation,
  NewMember,
  NewUnitBody,
  NewUnitResponse,
} from '../../../shared/contracts';
import type { Position } from '../../../domain/vocabulary';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import { outbox } from '../../../../mail/server/src/public';
import { UID } from '../constants';
import { withLedgerLock } from '../ledger-lock';
import { notFound, refuse, sentence } from '../messages';
import { accountRepository } from '../records/accounts';
import { unitReference } from '../records/people';
import { type MemberRecord, type UnitRecord, unitRepository } from '../records/units';
import { invitationLetter, requireInvitationMail } from './invitation-mail';
import { memberAccountService } from './member-accounts';

/** A person of a new unit, with the address in the form that accounts keep. */
interface Applicant {
  /** Path of the person in the request. */
  field: string;
  name: string;
  /** `null` for who does not log in. */
  mail: string | null;
  position: Position;
}

/** A person of a new unit who has a record now. */
interface Settled {
  applicant: Applicant;
  documentId: string;
  invitation: Invitation | null;
}

interface Created {
  documentId: string;
}

/** A unit (单位) that is made whole: with its officers, its leader, its head and their accounts. */
export const foundingService = oncePerApplication((strapi: Core.Strapi) => {
  const accounts = memberAccountService(strapi);
  const messages = outbox(strapi);
  const records = accountRepository(strapi);
  const units = unitRepository(strapi);

  const create = async (uid: string, data: object): Promise<string> => {
    const made = await strapi.documents(uid as never).create({ data: data as never });
    return (made as Created).documentId;
  };

  const applicantOf = (field: string, position: Position, person: NewMember): Applicant => {
    const name = person.name.trim();
    const who = sentence(languageOfRequest(strapi), `choice.${position}`);
    if (name === '') throw refuse(strapi, `${field}.name`, 'error.founding.name', { who });
    const given = person.mail?.trim() ?? '';
    const mail = given === '' ? null : accounts.requireAddress(`${field}.mail`, name, given);
    return { field, name, mail, position };
  };

  /** @throws ValidationError when an address stands there twice: an account is one person's */
  const requireOwnAddresses = (applicants: readonly Applicant[]): void => {
    const seen = new Set<string>();
    for (const { field, mail } of applicants) {
      if (mail === null) continue;
      if (seen.has(mail)) throw refuse(strapi, `${field}.mail`, 'error.founding.twice', { mail });
      seen.add(mail);
    }
  };

  const applicantsOf = ({ leader, officers = [] }: NewUnitBody): Applicant[] => {
    const applicants = officers.map((officer, index) =>
      applicantOf(`officers.${index}`, 'officer', officer)
    );
    if (leader) applicants.push(applicantOf('leader', 'leader', leader));
    requireOwnAddresses(applicants);
    return applicants;
  };

  /** Makes a member's record, and the account that goes with it. */
  const settle = async (
    trx: Transaction,
    unit: UnitRecord,
    applicant: Applicant,
    isMailed: boolean
  ): Promise<Settled> => {
    const { field, mail, name, position } = applicant;
    const account =
      mail === null
        ? null
        : await accounts.provide(trx, { field: `${field}.mail`, mail, name, position }, unit);
    const documentId = await create(UID.member, {
      ...{ name, unit: unit.documentId, post: position, account: account?.id ?? null },
      activeFrom: unit.activeFrom,
    });
    const invitation = account && {
      ...{ member: documentId, name, position, unit: unit.name, mail: account.mail },
      ...{ token: account.token, isMailed: isMailed && account.token !== null },
    };
    return { applicant, documentId, invitation };
  };

  /** Says in the unit who heads it: its own record comes after the unit's. */
  const nameHead = async (
    unit: UnitRecord,
    head: NonNullable<NewUnitBody['head']>,
    members: readonly Settled[]
  ): Promise<void> => {
    const record = members.find(({ applicant }) => applicant.position === head.is);
    if (head.is && !record) throw refuse(strapi, 'head.is', 'error.founding.head');
    const data = {
      headName: head.name?.trim() || null,
      headMail: head.mail?.trim() || (record?.applicant.mail ?? null),
      headMember: record?.documentId ?? null,
    };
    await strapi.documents(UID.unit).update({ documentId: unit.documentId, data: data as never });
  };

  const mailThose = async (trx: Transaction, invitations: readonly Invitation[]): Promise<void> => {
    const letters = invitations.flatMap((invitation) =>
      invitation.isMailed && invitation.token !== null
        ? invitationLetter(strapi, invitation, invitation.token)
        : []
    );
    await messages.enqueue(trx, letters);
  };

  const requireUnit = async (trx: Transaction, documentId: string): Promise<UnitRecord> => {
    const unit = await units.findUnit(trx, documentId);
    if (unit) return unit;
    throw new RangeError(`The unit ${documentId} was made and not found.`);
  };

  /** Gives the account of a member another token. */
  const renewed = async (trx: Transaction, member: MemberRecord): Promise<Invitation> => {
    const { documentId, name, position } = member;
    const account = await records.findOfMember(trx, member.id);
    if (!account) throw refuse(strapi, 'account', 'error.account.none', { name });
    const token = await accounts.renew(account, name, position);
    const unit = (await units.units(trx)).find(({ id }) => id === member.unit)?.name ?? '';
    const open = { member: documentId, name, position, unit, mail: account.email };
    return { ...open, token, isMailed: false };
  };

  const foundWithin = async (
    trx: Transaction,
    body: NewUnitBody
  ): Promise<NewUnitResponse['data']> => {
    const { activeFrom = null, code, head, kind, name, sendMail = false, signOff } = body;
    if (sendMail) requireInvitationMail(strapi);
    const applicants = applicantsOf(body);
    const data = { name, code, kind, signOff: signOff ?? false, activeFrom };
    const unit = await requireUnit(trx, await create(UID.unit, data));
    const members: Settled[] = [];
    for (const applicant of applicants) {
      members.push(await settle(trx, unit, applicant, sendMail));
    }
    if (head) await nameHead(unit, head, members);
    const invitations = members.flatMap(({ invitation }) => invitation ?? []);
    await mailThose(trx, invitations);
    return { unit: unitReference(unit), invitations };
  };

  return {
    /** The same as `found`, in a transaction under way that holds the ledger's lock; whoever catches its refusal undoes it. */
    foundWithin,

    /**
     * Makes a unit with whoever belongs to it. All of it is made, or nothing.
     *
     * @returns the invitations to the accounts that were made, which nobody is shown again
     * @throws ValidationError that names the field which is wrong
     */
    found: (body: NewUnitBody): Promise<NewUnitResponse['data']> =>
      withLedgerLock(strapi, (trx) => foundWithin(trx, body)),

    /**
     * Invites a member anew who has not taken the invitation yet; the link of before leads nowhere.
     *
     * @throws NotFoundError, ValidationError when there is no account or somebody has taken it
     */
    renew: (member: string, isMailed: boolean): Promise<Invitation> =>
      withLedgerLock(strapi, async (trx) => {
        if (isMailed) requireInvitationMail(strapi);
        const record = await units.findMember(trx, member);
        if (!record) {
          const values = { field: 'member', value: member };
          throw notFound(strapi, 'error.officer.unknown', values);
        }
        const invitation = { ...(await renewed(trx, record)), isMailed };
        await mailThose(trx, [invitation]);
        return invitation;
      }),
  };
});
