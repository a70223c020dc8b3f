import { createPortal } from 'react-dom';
import { useIntl } from 'react-intl';
import { createGlobalStyle, styled } from 'styled-components';
import type { Invitation } from '../../../shared/contracts';
import { trId } from '../shared/translations';
import { useInvitationLink } from './useInvitationLink';

/** On paper stand the slips alone: no navigation, no buttons. */
const OnPaper = createGlobalStyle`
  @media print {
    @page {
      size: A4;
      margin: 18mm;
    }

    html,
    body {
      background: #fff !important;
    }

    body > *:not([data-printed-slips]) {
      display: none !important;
    }
  }
`;

const Sheet = styled.div`
  display: none;

  @media print {
    display: block;
  }

  background: #fff;
  color: #000;
  font-size: 11pt;
  line-height: 1.6;

  section {
    break-inside: avoid;
    padding: 8mm 0;
    border-bottom: 0.2mm dashed #808080;
  }

  h2 {
    font-size: 14pt;
    font-weight: 700;
  }

  ol {
    margin: 2mm 0 0 6mm;
    list-style: decimal;
  }

  .link {
    margin: 2mm 0;
    font-family: monospace;
    overflow-wrap: anywhere;
  }
`;

/** The invitations as they are printed, a slip each, to be cut apart. */
export const PrintedSlips = ({ invitations }: { invitations: readonly Invitation[] }) =>
  createPortal(
    <Sheet data-printed-slips>
      <OnPaper />
      {invitations.map((invitation) =>
        invitation.token === null ? null : (
          <PrintedSlip key={invitation.member} invitation={invitation} token={invitation.token} />
        )
      )}
    </Sheet>,
    document.body
  );

interface PrintedSlipProps {
  invitation: Invitation;
  token: string;
}

const STEPS = ['open', 'password', 'login', 'alone'] as const;

const PrintedSlip = ({ invitation, token }: PrintedSlipProps) => {
  const { formatMessage } = useIntl();
  const { mail, name, position, unit } = invitation;
  const link = useInvitationLink(token);
  const role = formatMessage({ id: trId(`choice.${position}`), defaultMessage: position });
  return (
    <section>
      <h2>
        {unit} · {role} · {name}
      </h2>
      <p className="link">{link}</p>
      <ol>
        {STEPS.map((step) => (
          <li key={step}>
            {formatMessage({ id: trId(`setup.slip.${step}`), defaultMessage: step }, { mail })}
          </li>
        ))}
      </ol>
    </section>
  );
};
