import { Checkbox } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { trId } from '../shared/translations';

interface SendMailBoxProps {
  checked: boolean;
  /** Whether a mail server is set up. */
  canMail: boolean;
  onChange: (sendMail: boolean) => void;
}

/** Whether the invitations are mailed too. */
export const SendMailBox = ({ checked, canMail, onChange }: SendMailBoxProps) => {
  const { formatMessage } = useIntl();
  return (
    <Checkbox
      checked={checked}
      disabled={!canMail}
      onCheckedChange={(value) => onChange(value === true)}
    >
      {formatMessage({
        id: trId('setup.send-mail'),
        defaultMessage: 'Mail the invitations too',
      })}
    </Checkbox>
  );
};
