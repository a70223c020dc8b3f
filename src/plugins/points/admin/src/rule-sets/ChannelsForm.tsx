import { useState } from 'react';
import { Box, Button, Flex, TextInput, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { Figure } from '../shared/dense-table';
import { LabelledField } from '../shared/LabelledField';
import { ListTable } from '../shared/ListTable';
import { trId } from '../shared/translations';
import { pointsFrom, withItem, withValue } from './rule-set-form';
import { channelFields } from './rule-set-nodes';
import { RecordFields, type ProblemAt } from './SchemaFields';
import { emptyRecord } from './schema-node';
import { useRuleSetWords } from './useRuleSetWords';

type Channel = Record<string, unknown>;

interface ChannelsFormProps {
  channels: readonly Channel[];
  problemAt: ProblemAt;
  disabled: boolean;
  onChange: (channels: Channel[]) => void;
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const sentenceOf = ({ sentence }: Channel): Channel =>
  typeof sentence === 'object' && sentence !== null ? (sentence as Channel) : {};

/** What a channel's own item says by its name, else the translation of its code. */
const nameOf = ({ channel, name }: Channel, label: (code: string) => string): string => {
  const { zh } = (name ?? {}) as { zh?: unknown };
  return typeof zh === 'string' && zh !== '' ? zh : label(text(channel));
};

/** The channels with their points: one row each, and all that an item says under it. */
export const ChannelsForm = ({ channels, disabled, onChange, problemAt }: ChannelsFormProps) => {
  const { formatMessage } = useIntl();
  const words = useRuleSetWords();
  const caption = words.field('channels');
  const change = (index: number, channel: Channel | undefined) =>
    onChange(withItem(channels, index, channel));
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <ListTable
        caption={caption}
        headings={[
          words.field('channel'),
          { figure: words.field('points') },
          words.field('clause'),
          words.field('sentence'),
          { unseen: formatMessage({ id: trId('rule-set.more'), defaultMessage: 'More' }) },
        ]}
      >
        {channels.map((channel, index) => (
          <ChannelRow
            key={index}
            channel={channel}
            path={`channels[${index}]`}
            problemAt={problemAt}
            disabled={disabled}
            onChange={(next) => change(index, next)}
          />
        ))}
      </ListTable>
      {disabled ? null : (
        <Box>
          <Button
            variant="tertiary"
            size="S"
            startIcon={<Plus />}
            onClick={() => onChange([...channels, emptyRecord(channelFields)])}
          >
            {formatMessage({ id: trId('rule-set.add-channel'), defaultMessage: 'Add a channel' })}
          </Button>
        </Box>
      )}
    </Flex>
  );
};

interface ChannelRowProps {
  channel: Channel;
  path: string;
  problemAt: ProblemAt;
  disabled: boolean;
  onChange: (channel: Channel | undefined) => void;
}

const ChannelRow = (props: ChannelRowProps) => {
  const { channel, disabled, onChange, path, problemAt } = props;
  const { formatMessage } = useIntl();
  const words = useRuleSetWords();
  const name = nameOf(channel, words.channel);
  const [isOpen, setIsOpen] = useState(text(channel.channel) === '');
  const { zh } = sentenceOf(channel);
  const problem = problemAt(`${path}.points`);
  return (
    <>
      <tr>
        <th scope="row">{name}</th>
        <Figure>
          {disabled ? (
            text(channel.points)
          ) : (
            <LabelledField name={`${path}.points`} label=" " error={problem}>
              <TextInput
                aria-label={`${name} · ${words.field('points')}`}
                inputMode="decimal"
                maxLength={9}
                value={text(channel.points)}
                onChange={({ target }) =>
                  onChange(withValue(channel, 'points', pointsFrom(target.value)))
                }
              />
            </LabelledField>
          )}
        </Figure>
        <td>{text(channel.clause)}</td>
        <td>{text(zh)}</td>
        <td>
          <Button
            variant="ghost"
            size="S"
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen
              ? formatMessage({ id: trId('rule-set.less'), defaultMessage: 'Less' })
              : formatMessage({ id: trId('rule-set.more'), defaultMessage: 'More' })}
          </Button>
        </td>
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={5}>
            <ChannelDetails {...props} name={name} />
          </td>
        </tr>
      ) : null}
    </>
  );
};

const ChannelDetails = ({
  channel,
  disabled,
  name,
  onChange,
  path,
  problemAt,
}: ChannelRowProps & { name: string }) => {
  const { formatMessage } = useIntl();
  const problem = problemAt(path);
  return (
    <Flex direction="column" alignItems="stretch" gap={3} padding={3}>
      {problem === undefined ? null : <Typography textColor="danger600">{problem}</Typography>}
      <RecordFields
        fields={channelFields}
        path={path}
        value={channel}
        problemAt={problemAt}
        disabled={disabled}
        onChange={onChange}
      />
      {disabled ? null : (
        <Box>
          <Button variant="danger-light" size="S" onClick={() => onChange(undefined)}>
            {formatMessage(
              { id: trId('rule-set.remove-field'), defaultMessage: 'Remove: {field}' },
              { field: name }
            )}
          </Button>
        </Box>
      )}
    </Flex>
  );
};
