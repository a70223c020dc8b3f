import type { ComponentProps } from 'react';
import { Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { Loaded } from '../shared/Loaded';
import { trId } from '../shared/translations';

type LoadedRuleSetProps<Data> = Pick<
  ComponentProps<typeof Loaded<Data>>,
  'data' | 'error' | 'children' | 'onRetry'
>;

/** The page of one rule set or draft, on its way. */
export const LoadedRuleSet = <Data,>(props: LoadedRuleSetProps<Data>) => {
  const { formatMessage } = useIntl();
  return (
    <Page.Main>
      <Loaded
        {...props}
        place="page"
        failed={formatMessage({
          id: trId('rule-set.one-error'),
          defaultMessage: 'The rule set could not be read.',
        })}
        loading={formatMessage({
          id: trId('rule-set.one-loading'),
          defaultMessage: 'Reading the rule set',
        })}
      />
    </Page.Main>
  );
};
