import type { VNode } from 'preact';
import type { Entry, MediaFile } from '../content';
import { Blocks } from '../templates/blocks';
import { day, named } from '../templates/format';
import { Downloads } from '../templates/media';
import { Day, EntryLink, linksTo, Part, Table, Tag, type Fact } from '../templates/parts';
import type { EntryType } from './entry-type';

export interface DisclosureDocument extends Entry {
  topic?: string | null;
  indexNumber?: string | null;
  documentNumber?: string | null;
  issuer?: string | null;
  issuedOn?: string | null;
  validity?: string | null;
  disclosure?: string | null;
  attachments?: MediaFile[] | null;
  replaces?: Entry[] | null;
  replacedBy?: Entry[] | null;
}

const OF = 'disclosure-documents';

/** The head that every disclosed document carries, in two columns. */
const Head = ({ entry }: { entry: DisclosureDocument }): VNode => {
  const facts: Fact[] = [
    ['索引号', entry.indexNumber],
    ['主题分类', named(entry.topic)],
    ['发文字号', entry.documentNumber],
    ['发布机构', entry.issuer],
    ['成文日期', entry.issuedOn],
    ['发布日期', day(entry.publicationDate)],
    ['公开方式', named(entry.disclosure)],
    [
      '有效性',
      <Tag
        key="validity"
        text={named(entry.validity)}
        tone={entry.validity === 'in-force' ? 'good' : 'plain'}
      />,
    ],
  ];
  return (
    <dl class="facts document-head">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value || '—'}</dd>
        </div>
      ))}
    </dl>
  );
};

export const disclosureDocuments: EntryType<DisclosureDocument> = {
  isSequence: true,
  list: {
    orderBy: [{ publicationDate: 'desc' }],
    filters: ['topic', 'validity'],
    draw: (entries, column) => (
      <Table
        caption={`${column.name}列表`}
        heads={['名称', '发文字号', '索引号', '发布日期', '有效性']}
        lines={entries.map((entry) => [
          <EntryLink key="title" of={OF} entry={entry} />,
          entry.documentNumber,
          entry.indexNumber,
          <Day key="day" of={entry.publicationDate} />,
          named(entry.validity),
        ])}
      />
    ),
  },
  entry: {
    populate: ['attachments', 'replaces', 'replacedBy'],
    source: ({ issuer }) => issuer,
    draw: (entry) => (
      <>
        <Head entry={entry} />
        <Blocks content={entry.body} />
        <Downloads files={entry.attachments} />
        {entry.replaces?.length ? (
          <Part heading="本文件替代的文件">{linksTo(OF, entry.replaces)}</Part>
        ) : null}
        {entry.replacedBy?.length ? (
          <Part heading="本文件已被替代">{linksTo(OF, entry.replacedBy)}</Part>
        ) : null}
      </>
    ),
  },
};
