import type { Core } from '@strapi/strapi';
import type {
  Invitation,
  JoiningBody,
  JoiningResponse,
  NewMember,
  NewUnitBody,
  NewUnitResponse,
} from '../../../shared/contracts';
import { type Dated, isActiveIn, spanOf } from '../../../domain/active';
import type { Position } from '../../../domain/vocabulary';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import { requireDay } from '../../../../../common/messages/validation';
import { foldName } from '../../../../../common/text/fold';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { outbox } from '../../../../mail/server/src/public';
import { UID } from '../constants';
import { withLedgerLock } from '../ledger-lock';
import { notFound, refuse, sentence } from '../messages';
import { accountRepository } from '../records/accounts';
import { unitReference } from '../records/people';
import { type MemberRecord, type UnitRecord, unitRepository } from '../records/units';
import { invitationLetter, requireInvitationMail } from './invitation-mail';
import { memberAccountService } from './member-accounts';

/** A person of a unit, with the address in the form that accounts keep. */
interface Applicant {
  /** Path of the person's address in the request. */
  field: string;
  name: string;
  /** `null` for who does not log in. */
  mail: string | null;
  position: Position;
}

interface Settling {
  applicant: Applicant;
  /** The person's record, where there is one. */
  member: MemberRecord | null;
  /** When the person is in office. */
  time: Dated;
  isMailed: boolean;
}

/** A person of a unit who has a record now. */
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

  const today = (): string => calendarService(strapi).dayOf(clock.now());

  const create = async (uid: string, data: object): Promise<string> => {
    const made = await strapi.documents(uid as never).create({ data: data as never });
    return (made as Created).documentId;
  };

  const update = async (uid: string, documentId: string, data: object): Promise<void> => {
    await strapi.documents(uid as never).update({ documentId, data: data as never });
  };

  const applicantOf = (path: string, position: Position, person: NewMember): Applicant => {
    const name = person.name.trim();
    const who = sentence(languageOfRequest(strapi), `choice.${position}`);
    const field = `${path}mail`;
    if (name === '') throw refuse(strapi, `${path}name`, 'error.founding.name', { who });
    const given = person.mail?.trim() ?? '';
    const mail = given === '' ? null : accounts.requireAddress(field, name, given);
    return { field, name, mail, position };
  };

  /** @throws ValidationError when an address stands there twice: an account is one person's */
  const requireOwnAddresses = (applicants: readonly Applicant[]): void => {
    const seen = new Set<string>();
    for (const { field, mail } of applicants) {
      if (mail === null) continue;
      if (seen.has(mail)) throw refuse(strapi, field, 'error.founding.twice', { mail });
      seen.add(mail);
    }
  };

  const applicantsOf = ({ leader, officers = [] }: NewUnitBody): Applicant[] => {
    const applicants = officers.map((officer, index) =>
      applicantOf(`officers.${index}.`, 'officer', officer)
    );
    if (leader) applicants.push(applicantOf('leader.', 'leader', leader));
    requireOwnAddresses(applicants);
    return applicants;
  };

  /** Ties an account to a member's record: to the one that there is, else to one that is made. */
  const settle = async (
    trx: Transaction,
    unit: UnitRecord,
    { applicant, member, time, isMailed }: Settling
  ): Promise<Settled> => {
    const { field, mail, position } = applicant;
    const name = member?.name ?? applicant.name;
    const account =
      mail === null ? null : await accounts.provide(trx, { field, mail, name, position }, time);
    const written = { account: account?.id ?? null };
    if (member) await update(UID.member, member.documentId, written);
    const { activeFrom } = time;
    const documentId =
      member?.documentId ??
      (await create(UID.member, {
        ...{ name, unit: unit.documentId, post: position, activeFrom, ...written },
      }));
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
    await update(UID.unit, unit.documentId, data);
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
      members.push(
        await settle(trx, unit, { applicant, member: null, time: unit, isMailed: sendMail })
      );
    }
    if (head) await nameHead(unit, head, members);
    const invitations = members.flatMap(({ invitation }) => invitation ?? []);
    await mailThose(trx, invitations);
    return { unit: unitReference(unit), invitations };
  };

  /**
   * The record of somebody who is in office there already by this name.
   *
   * @throws ValidationError when an account goes with it, or none is to be made
   */
  const recordOf = async (
    trx: Transaction,
    unit: UnitRecord,
    { mail, name, position }: Applicant,
    time: Dated
  ): Promise<MemberRecord | null> => {
    const member = (await units.members(trx)).find(
      (each) =>
        each.unit === unit.id &&
        each.position === position &&
        foldName(each.name) === foldName(name) &&
        isActiveIn(each, spanOf(time))
    );
    if (!member) return null;
    const account = await records.findOfMember(trx, member.id);
    const values = { name: member.name, unit: unit.name };
    if (account) {
      throw refuse(strapi, 'name', 'error.joining.there', { ...values, mail: account.email });
    }
    if (mail === null) throw refuse(strapi, 'mail', 'error.joining.no-mail', values);
    return member;
  };

  const joinWithin = async (
    trx: Transaction,
    { activeFrom, position, sendMail = false, unit: documentId, ...person }: JoiningBody
  ): Promise<JoiningResponse['data']> => {
    if (sendMail) requireInvitationMail(strapi);
    const unit = await units.findUnit(trx, documentId);
    if (!unit) {
      throw refuse(strapi, 'unit', 'error.unit.unknown', { field: 'unit', value: documentId });
    }
    const since = requireDay(strapi, 'activeFrom', activeFrom || today());
    const time = { activeFrom: since, activeTo: null };
    if (!isActiveIn(unit, spanOf(time))) {
      throw refuse(strapi, 'unit', 'error.joining.closed', { unit: unit.name, day: since });
    }
    const applicant = applicantOf('', position, person);
    const member = await recordOf(trx, unit, applicant, time);
    const settled = await settle(trx, unit, { applicant, member, time, isMailed: sendMail });
    const { invitation } = settled;
    await mailThose(trx, invitation ? [invitation] : []);
    return { member: settled.documentId, unit: unitReference(unit), invitation };
  };

  return {
    /**
     * Makes a person of a unit that there is, with an account where an address is given. Whoever stands
     * there already without an account is given one.
     *
     * @throws ValidationError that names the field which is wrong; nothing is made then
     */
    join: (body: JoiningBody): Promise<JoiningResponse['data']> =>
      withLedgerLock(strapi, (trx) => joinWithin(trx, body)),

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
