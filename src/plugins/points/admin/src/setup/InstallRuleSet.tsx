import { useState } from 'react';
import { Button, Flex, TextInput } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { ErrorNotice } from '../shared/ErrorNotice';
import { LabelledField } from '../shared/LabelledField';
import { trId } from '../shared/translations';
import { useInstallRuleSetMutation } from './setup-api';

/** The first day of this year, on which the periods of assessment begin. */
const beginningOfYear = (): string => `${new Date().getFullYear()}-01-01`;

/** Puts the rule set of the regulation in force from a day. */
export const InstallRuleSet = ({ name }: { name: string }) => {
  const { formatMessage } = useIntl();
  const [from, setFrom] = useState(beginningOfYear);
  const [install, { error, isLoading }] = useInstallRuleSetMutation();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {error ? (
        <ErrorNotice
          error={error}
          fallback={formatMessage({
            id: trId('setup.rule-set-failed'),
            defaultMessage: 'The rule set could not be put in force.',
          })}
        />
      ) : null}
      <Flex gap={4} alignItems="flex-end" wrap="wrap">
        <LabelledField
          name="from"
          label={formatMessage({ id: trId('setup.from'), defaultMessage: 'In force from' })}
        >
          <TextInput
            type="date"
            value={from}
            onChange={({ target }: { target: HTMLInputElement }) => setFrom(target.value)}
          />
        </LabelledField>
        <Button variant="secondary" loading={isLoading} onClick={() => install({ from })}>
          {formatMessage(
            { id: trId('setup.install-rule-set'), defaultMessage: 'Put “{name}” in force' },
            { name }
          )}
        </Button>
      </Flex>
    </Flex>
  );
};
