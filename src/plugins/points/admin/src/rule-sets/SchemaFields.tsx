import { useId, type ReactNode } from 'react';
import {
  Box,
  Button,
  Checkbox,
  Flex,
  IconButton,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { LabelledField } from '../shared/LabelledField';
import { trId } from '../shared/translations';
import { pointsFrom, withItem, withValue } from './rule-set-form';
import {
  chosenOf,
  emptyRecord,
  emptyValue,
  type SchemaFieldNode,
  type SchemaNode,
} from './schema-node';
import { useRuleSetWords } from './useRuleSetWords';

type Value = Record<string, unknown>;

/** What is wrong at a place of the JSON, in words; `undefined` where nothing is. */
export type ProblemAt = (path: string) => string | undefined;

interface Common {
  /** Where in the JSON: `extensions.quotas[0]`. */
  path: string;
  problemAt: ProblemAt;
  disabled: boolean;
}

const recordOf = (value: unknown): Value =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Value) : {};

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

interface RecordFieldsProps extends Common {
  fields: readonly SchemaFieldNode[];
  value: Value;
  onChange: (value: Value) => void;
}

/** The fields of a record: those that it must have and those that it has, and buttons for the others. */
export const RecordFields = ({ fields, onChange, path, value, ...common }: RecordFieldsProps) => {
  const words = useRuleSetWords();
  const { formatMessage } = useIntl();
  const there = fields.filter(({ isRequired, name }) => isRequired || name in value);
  const absent = fields.filter(({ isRequired, name }) => !isRequired && !(name in value));
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {there.map(({ isRequired, name, node }) => (
        <SchemaField
          key={name}
          {...common}
          path={path === '' ? name : `${path}.${name}`}
          name={name}
          node={node}
          value={value[name]}
          onChange={(next) => onChange(withValue(value, name, next))}
          onRemove={isRequired ? undefined : () => onChange(withValue(value, name, undefined))}
        />
      ))}
      {absent.length > 0 && !common.disabled ? (
        <Flex gap={2} wrap="wrap">
          {absent.map(({ name, node }) => (
            <Button
              key={name}
              variant="tertiary"
              size="S"
              startIcon={<Plus />}
              onClick={() => onChange(withValue(value, name, emptyValue(node)))}
            >
              {formatMessage(
                { id: trId('rule-set.add-field'), defaultMessage: 'Add: {field}' },
                { field: words.field(name) }
              )}
            </Button>
          ))}
        </Flex>
      ) : null}
    </Flex>
  );
};

interface SchemaFieldProps extends Common {
  name: string;
  node: SchemaNode;
  value: unknown;
  onChange: (value: unknown) => void;
  /** Takes the field away; absent where it must be there. */
  onRemove?: () => void;
}

/** One field of a rule set's JSON, drawn by what its schema takes. */
const SchemaField = (props: SchemaFieldProps) => {
  switch (props.node.kind) {
    case 'record':
    case 'variants':
    case 'list':
    case 'either':
      return <GroupField {...props} />;
    default:
      return <LeafField {...props} />;
  }
};

const RemoveButton = ({ name, onRemove }: Pick<SchemaFieldProps, 'name' | 'onRemove'>) => {
  const { formatMessage } = useIntl();
  const words = useRuleSetWords();
  if (!onRemove) return null;
  return (
    <IconButton
      variant="ghost"
      label={formatMessage(
        { id: trId('rule-set.remove-field'), defaultMessage: 'Remove: {field}' },
        { field: words.field(name) }
      )}
      onClick={onRemove}
    >
      <Trash />
    </IconButton>
  );
};

const Group = ({
  children,
  disabled,
  name,
  onRemove,
  path,
  problemAt,
}: Omit<SchemaFieldProps, 'node' | 'value' | 'onChange'> & { children: ReactNode }) => {
  const words = useRuleSetWords();
  const problem = problemAt(path);
  const heading = useId();
  return (
    <Box
      borderColor={problem === undefined ? 'neutral200' : 'danger600'}
      hasRadius
      padding={3}
      role="group"
      aria-labelledby={heading}
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Flex justifyContent="space-between">
          <Typography id={heading} variant="sigma" textColor="neutral600">
            {words.field(name)}
          </Typography>
          <RemoveButton name={name} onRemove={disabled ? undefined : onRemove} />
        </Flex>
        {problem === undefined ? null : <Typography textColor="danger600">{problem}</Typography>}
        {children}
      </Flex>
    </Box>
  );
};

const GroupField = (props: SchemaFieldProps) => (
  <Group {...props}>
    <GroupContent {...props} />
  </Group>
);

const GroupContent = ({ node, onChange, value, ...props }: SchemaFieldProps) => {
  switch (node.kind) {
    case 'record':
      return (
        <RecordFields {...props} fields={node.fields} value={recordOf(value)} onChange={onChange} />
      );
    case 'variants':
      return <VariantFields {...props} node={node} value={recordOf(value)} onChange={onChange} />;
    case 'list':
      return <ListFields {...props} node={node} value={value} onChange={onChange} />;
    case 'either':
      return <EitherFields {...props} node={node} value={value} onChange={onChange} />;
    default:
      return null;
  }
};

type Of<Kind extends SchemaNode['kind']> = Omit<SchemaFieldProps, 'node'> & {
  node: SchemaNode & { kind: Kind };
};

const Select = ({
  disabled,
  label,
  onChange,
  value,
  values,
}: {
  disabled: boolean;
  label: string;
  onChange: (value: string) => void;
  value: string;
  values: readonly string[];
}) => {
  const words = useRuleSetWords();
  return (
    <SingleSelect
      aria-label={label}
      disabled={disabled}
      value={value}
      onChange={(next) => onChange(String(next))}
    >
      {values.map((each) => (
        <SingleSelectOption key={each} value={each}>
          {words.value(each)}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
};

const VariantFields = ({
  name,
  node,
  onChange,
  value,
  ...props
}: Of<'variants'> & { value: Value }) => {
  const words = useRuleSetWords();
  const kind = textOf(value.kind);
  const variant = node.of.find((each) => each.name === kind);
  const choose = (next: string) => {
    const fields = node.of.find((each) => each.name === next)?.fields ?? [];
    onChange({ kind: next, ...emptyRecord(fields) });
  };
  return (
    <>
      <Select
        disabled={props.disabled}
        label={words.field(name)}
        value={kind}
        values={node.of.map((each) => each.name)}
        onChange={choose}
      />
      {variant ? (
        <RecordFields {...props} fields={variant.fields} value={value} onChange={onChange} />
      ) : null}
    </>
  );
};

const ListFields = ({ disabled, name, node, onChange, path, problemAt, value }: Of<'list'>) => {
  const { formatMessage } = useIntl();
  const words = useRuleSetWords();
  const items: unknown[] = Array.isArray(value) ? value : [];
  const change = (index: number, item: unknown) => onChange(withItem(items, index, item));
  return (
    <>
      {items.map((item, index) => (
        <SchemaField
          key={index}
          path={`${path}[${index}]`}
          problemAt={problemAt}
          disabled={disabled}
          name={`${name}.item`}
          node={node.item}
          value={item}
          onChange={(next) => change(index, next)}
          onRemove={() => change(index, undefined)}
        />
      ))}
      {disabled ? null : (
        <Box>
          <Button
            variant="tertiary"
            size="S"
            startIcon={<Plus />}
            onClick={() => onChange([...items, emptyValue(node.item)])}
          >
            {formatMessage(
              { id: trId('rule-set.add-field'), defaultMessage: 'Add: {field}' },
              { field: words.field(`${name}.item`) }
            )}
          </Button>
        </Box>
      )}
    </>
  );
};

const EitherFields = ({ name, node, onChange, value, ...props }: Of<'either'>) => {
  const words = useRuleSetWords();
  const at = chosenOf(node, value);
  const chosen = node.of[at];
  const choose = (kind: string) => {
    const next = node.of.find((each) => each.kind === kind);
    if (next) onChange(emptyValue(next));
  };
  if (!chosen) return null;
  return (
    <>
      <Select
        disabled={props.disabled}
        label={words.field(name)}
        value={chosen.kind}
        values={node.of.map(({ kind }) => kind)}
        onChange={choose}
      />
      {chosen.kind === 'record' ? (
        <GroupContent {...props} name={name} node={chosen} value={value} onChange={onChange} />
      ) : (
        <LeafField {...props} name={name} node={chosen} value={value} onChange={onChange} />
      )}
    </>
  );
};

const LeafField = ({ onRemove, ...props }: SchemaFieldProps) => {
  const words = useRuleSetWords();
  const { disabled, name, node, onChange, path, problemAt, value } = props;
  const label = words.field(name);
  if (node.kind === 'flag') {
    return (
      <Flex gap={2} alignItems="center">
        <Checkbox
          checked={value === true}
          disabled={disabled}
          onCheckedChange={(next) => onChange(next === true)}
        >
          {label}
        </Checkbox>
        <RemoveButton name={name} onRemove={disabled ? undefined : onRemove} />
      </Flex>
    );
  }
  return (
    <LabelledField
      name={path}
      label={label}
      error={problemAt(path)}
      labelAction={<RemoveButton name={name} onRemove={disabled ? undefined : onRemove} />}
    >
      <LeafInput {...props} label={label} />
    </LabelledField>
  );
};

const wholeFrom = (text: string): number | string => (/^\d{1,7}$/.test(text) ? Number(text) : text);

const LeafInput = ({
  disabled,
  label,
  node,
  onChange,
  value,
}: SchemaFieldProps & { label: string }) => {
  const suggestions = useId();
  if (node.kind === 'choice') {
    return (
      <Select
        disabled={disabled}
        label={label}
        value={textOf(value)}
        values={node.values}
        onChange={onChange}
      />
    );
  }
  if (node.kind === 'decimal' || node.kind === 'whole') {
    const from = node.kind === 'decimal' ? pointsFrom : wholeFrom;
    return (
      <TextInput
        inputMode={node.kind === 'decimal' ? 'decimal' : 'numeric'}
        maxLength={12}
        disabled={disabled}
        value={textOf(value)}
        onChange={({ target }) => onChange(from(target.value))}
      />
    );
  }
  if (node.kind !== 'text') return null;
  if (node.isLong) {
    return (
      <Textarea
        maxLength={node.longest}
        disabled={disabled}
        value={textOf(value)}
        onChange={({ target }) => onChange(target.value)}
      />
    );
  }
  return (
    <>
      <TextInput
        maxLength={node.longest}
        disabled={disabled}
        list={node.suggestions.length > 0 ? suggestions : undefined}
        value={textOf(value)}
        onChange={({ target }) => onChange(target.value)}
      />
      {node.suggestions.length > 0 ? (
        <datalist id={suggestions}>
          {node.suggestions.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      ) : null}
    </>
  );
};
