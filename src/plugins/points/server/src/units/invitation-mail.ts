import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { deliveryStates, type OutgoingMessage } from '../../../../mail/server/src/public';
import type { OpenInvitation } from '../../../shared/contracts';
import { UID } from '../constants';
import { refuse, sentence } from '../messages';
import { panelUrlOf } from '../settings';

/** Mail of the bureau is in its language, whoever has it sent. */
const LANGUAGE = 'zh-Hans';

const linkOf = (panel: string, token: string): string =>
  `${panel}/auth/register?registrationToken=${token}`;

/** What is the same for one invitation and for no other, and leads nobody to it. */
const keyOf = (token: string): string =>
  `invitation:${createHash('sha256').update(token).digest('hex')}`;

/** Whether invitations can be mailed: a mail server is set up, and where the panel is reached. */
export const canMailInvitations = (strapi: Core.Strapi): boolean =>
  deliveryStates(strapi).isOn() && panelUrlOf(strapi) !== '';

/** @throws ValidationError that says what is not set up */
export const requireInvitationMail = (strapi: Core.Strapi): void => {
  if (!deliveryStates(strapi).isOn()) throw refuse(strapi, 'sendMail', 'error.setup.mail-off');
  if (panelUrlOf(strapi) === '') throw refuse(strapi, 'sendMail', 'error.setup.no-address');
};

/** The mail by which somebody of a unit learns of their account. */
export const invitationLetter = (
  strapi: Core.Strapi,
  { mail, member, name, position, unit }: OpenInvitation,
  token: string
): OutgoingMessage => {
  const link = linkOf(panelUrlOf(strapi), token);
  const values = { link, mail, name, unit, position: sentence(LANGUAGE, `choice.${position}`) };
  return {
    key: keyOf(token),
    recipient: { name, address: mail },
    subject: sentence(LANGUAGE, 'mail.invitation.subject', values),
    text: sentence(LANGUAGE, 'mail.invitation.text', values),
    language: LANGUAGE,
    about: { uid: UID.member, documentId: member },
  };
};
