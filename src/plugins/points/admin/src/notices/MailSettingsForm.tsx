import { useState, type FormEvent } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import {
  Box,
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useIntl } from 'react-intl';
import {
  NOTICE_MAILINGS,
  type NoticeKind,
  type NoticeMailing,
  type NoticeSettingsResponse,
} from '../../../shared/contracts';
import { ErrorNotice } from '../shared/ErrorNotice';
import { Notice } from '../shared/Notice';
import { trId } from '../shared/translations';
import { useChooseNoticesMutation } from './notices-api';
import { useKindName } from './useKindName';

type Settings = NoticeSettingsResponse['data'];

/** What stands for a kind that is mailed as all others are. */
const AS_OVERALL = 'overall';

/** In general, and for each kind that is to come otherwise. */
export const MailSettingsForm = ({ settings }: { settings: Settings }) => {
  const { formatMessage } = useIntl();
  const kindName = useKindName();
  const { toggleNotification } = useNotification();
  const [overall, setOverall] = useState(settings.overall);
  const [kinds, setKinds] = useState(settings.kinds);
  const [choose, { error, isLoading }] = useChooseNoticesMutation();
  const values = { hour: settings.dailyAt, address: settings.address };
  const mailingName = (mailing: NoticeMailing): string =>
    formatMessage({ id: trId(`notice.mailing.${mailing}`), defaultMessage: mailing }, values);
  const setKind = (kind: NoticeKind, chosen: NoticeMailing | null) =>
    setKinds(({ [kind]: _before, ...others }) =>
      chosen === null ? others : { ...others, [kind]: chosen }
    );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const chosen = await choose({ overall, kinds });
    if ('error' in chosen) return;
    toggleNotification({
      type: 'success',
      message: formatMessage(
        {
          id: trId('notice.settings.saved'),
          defaultMessage: 'From now on notices are mailed to {address} as chosen here.',
        },
        values
      ),
    });
  };
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={6} maxWidth="72rem">
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Notice variant={settings.mailOn ? 'info' : 'warning'}>
            {settings.mailOn
              ? formatMessage(
                  {
                    id: trId('notice.settings.address'),
                    defaultMessage:
                      'Mails go to {address}. What you have read in the panel before is not mailed; reminders of commissions always are.',
                  },
                  values
                )
              : formatMessage({
                  id: trId('notice.settings.off'),
                  defaultMessage:
                    'No mail server is set up: nothing is mailed at present. Your choice holds once there is one.',
                })}
          </Notice>
          {error ? (
            <ErrorNotice
              error={error}
              fallback={formatMessage({
                id: trId('notice.settings.failed'),
                defaultMessage: 'The choice could not be saved.',
              })}
            />
          ) : null}
          <Mailing
            label={formatMessage({
              id: trId('notice.settings.overall'),
              defaultMessage: 'Notices by mail',
            })}
            value={overall}
            options={NOTICE_MAILINGS.map((value) => ({ value, label: mailingName(value) }))}
            onChange={setOverall}
          />
          <Typography variant="delta" tag="h2">
            {formatMessage({
              id: trId('notice.settings.kinds'),
              defaultMessage: 'Otherwise for some kinds',
            })}
          </Typography>
          <Box
            style={{
              display: 'grid',
              gap: '1.6rem',
              gridTemplateColumns: 'repeat(auto-fill, minmax(24rem, 1fr))',
            }}
          >
            {settings.offered.map((kind) => (
              <Mailing
                key={kind}
                label={kindName(kind)}
                value={kinds[kind] ?? AS_OVERALL}
                options={[
                  {
                    value: AS_OVERALL,
                    label: formatMessage({
                      id: trId('notice.mailing.overall'),
                      defaultMessage: 'As above',
                    }),
                  },
                  ...NOTICE_MAILINGS.map((value) => ({ value, label: mailingName(value) })),
                ]}
                onChange={(chosen) => setKind(kind, chosen === AS_OVERALL ? null : chosen)}
              />
            ))}
          </Box>
          <Flex justifyContent="flex-end">
            <Button type="submit" loading={isLoading}>
              {formatMessage({ id: trId('notice.settings.save'), defaultMessage: 'Save' })}
            </Button>
          </Flex>
        </Flex>
      </form>
    </Box>
  );
};

interface MailingProps<Value extends string> {
  label: string;
  value: Value;
  options: ReadonlyArray<{ value: Value; label: string }>;
  onChange: (value: Value) => void;
}

const Mailing = <Value extends string>({
  label,
  onChange,
  options,
  value,
}: MailingProps<Value>) => (
  <Field.Root>
    <Field.Label>{label}</Field.Label>
    <SingleSelect
      value={value}
      onChange={(chosen) => {
        const option = options.find((each) => each.value === chosen);
        if (option) onChange(option.value);
      }}
    >
      {options.map((option) => (
        <SingleSelectOption key={option.value} value={option.value}>
          {option.label}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  </Field.Root>
);
