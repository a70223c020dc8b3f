import { useIntl } from 'react-intl';
import { Typography } from '@strapi/design-system';
import { Card } from '../shared/Card';
import { trId } from '../shared/translations';
import { ChannelsForm } from './ChannelsForm';
import type { FormContent } from './rule-set-form';
import { extensionFields, policyFields } from './rule-set-nodes';
import { RecordFields, type ProblemAt } from './SchemaFields';

interface ContentFormProps {
  content: FormContent;
  problemAt: ProblemAt;
  /** Whether it is only shown. */
  disabled: boolean;
  onChange: (content: FormContent) => void;
}

/** All that a rule set says, to be read or to be written. */
export const ContentForm = ({ content, onChange, ...common }: ContentFormProps) => {
  const { formatMessage } = useIntl();
  const { channels, extensions, policies } = content;
  const hasExtensions = Object.keys(extensions ?? {}).length > 0;
  return (
    <>
      <Card title={formatMessage({ id: trId('rule-set.channels'), defaultMessage: 'Channels' })}>
        <ChannelsForm
          {...common}
          channels={channels}
          onChange={(next) => onChange({ ...content, channels: next })}
        />
      </Card>
      <Card title={formatMessage({ id: trId('rule-set.policies'), defaultMessage: 'Policies' })}>
        <RecordFields
          {...common}
          fields={policyFields}
          path="policies"
          value={policies}
          onChange={(next) => onChange({ ...content, policies: next })}
        />
      </Card>
      {common.disabled && !hasExtensions ? null : (
        <Card
          title={formatMessage({
            id: trId('rule-set.extensions'),
            defaultMessage: 'Quotas, caps and what else there is',
          })}
        >
          <Typography textColor="neutral600">
            {formatMessage({
              id: trId('rule-set.extensions-hint'),
              defaultMessage: 'The regulation needs none of it.',
            })}
          </Typography>
          <RecordFields
            {...common}
            fields={extensionFields}
            path="extensions"
            value={extensions ?? {}}
            onChange={(next) =>
              onChange({ ...content, extensions: Object.keys(next).length === 0 ? null : next })
            }
          />
        </Card>
      )}
    </>
  );
};
