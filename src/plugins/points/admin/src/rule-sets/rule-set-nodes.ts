import { RULE_SET_JSON_SCHEMA } from '../../../domain/rule-set-content';
import { schemaNode, type SchemaFieldNode, type SchemaNode } from './schema-node';

const fieldsIn = (node: SchemaNode | undefined): SchemaFieldNode[] =>
  node?.kind === 'record' ? node.fields : [];

const root = fieldsIn(schemaNode(RULE_SET_JSON_SCHEMA));

const field = (name: string): SchemaNode | undefined =>
  root.find((each) => each.name === name)?.node;

const channels = field('channels');

/** What one channel says. */
export const channelFields = fieldsIn(channels?.kind === 'list' ? channels.item : undefined);

/** The policies. */
export const policyFields = fieldsIn(field('policies'));

/** What the rules of other bureaus need beyond the regulation. */
export const extensionFields = fieldsIn(field('extensions'));
