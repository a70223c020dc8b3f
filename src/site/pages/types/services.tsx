import type { VNode } from 'preact';
import type { Entry, MediaFile, Named } from '../content';
import { Blocks } from '../templates/blocks';
import { named } from '../templates/format';
import { Download } from '../templates/media';
import { EntryLink, external, Facts, Part, Row, Rows, Table, telephone } from '../templates/parts';
import type { EntryType } from './entry-type';

interface PowerItem extends Entry {
  code: string;
  kind: string;
  state?: string | null;
  implementingUnit?: Named | null;
  phone?: string | null;
  legalBasis?: string | null;
}

export const powerItems: EntryType<PowerItem> = {
  list: {
    orderBy: [{ code: 'asc' }],
    populate: ['implementingUnit'],
    filters: ['kind', 'state'],
    draw: (entries, column) => (
      <Table
        caption={`${column.name}列表`}
        heads={['事项名称', '事项编码', '类别', '实施单位', '状态']}
        lines={entries.map((entry) => [
          <EntryLink key="name" of="power-items" entry={entry} />,
          entry.code,
          named(entry.kind),
          entry.implementingUnit?.name,
          named(entry.state),
        ])}
      />
    ),
  },
  entry: {
    populate: ['implementingUnit'],
    source: ({ implementingUnit }) => implementingUnit?.name,
    draw: (entry) => (
      <>
        <Facts
          facts={[
            ['事项编码', entry.code],
            ['类别', named(entry.kind)],
            ['状态', named(entry.state)],
            ['实施单位', entry.implementingUnit?.name],
            ['咨询监督电话', telephone(entry.phone)],
            ['实施依据', entry.legalBasis],
          ]}
        />
        <Blocks content={entry.body} />
      </>
    ),
  },
};

interface Material extends Named {
  requirement?: string | null;
  note?: string | null;
  sample?: MediaFile | null;
}

interface FlowStep extends Named {
  handledBy?: string | null;
  description?: string | null;
  timeLimit?: string | null;
}

interface ServiceGuide extends Entry {
  powerItem?: Entry | null;
  conditions?: Entry['body'];
  materials?: Material[] | null;
  steps?: FlowStep[] | null;
  forms?: Array<Named & { file?: MediaFile | null }> | null;
  timeLimit?: string | null;
  fee?: string | null;
  place?: string | null;
  phone?: string | null;
  hours?: string | null;
  applyUrl?: string | null;
  questions?: Array<{ question: string; answer: string }> | null;
}

const Materials = ({ materials }: { materials: readonly Material[] }): VNode => (
  <Table
    caption="申请材料"
    heads={['材料', '要求', '说明', '样表']}
    lines={materials.map(({ name, requirement, note, sample }) => [
      name,
      requirement,
      note,
      sample ? <Download key="sample" file={sample} name="下载样表" /> : null,
    ])}
  />
);

const Flow = ({ steps }: { steps: readonly FlowStep[] }): VNode => (
  <ol class="flow">
    {steps.map(({ name, handledBy, description, timeLimit }) => (
      <li key={name}>
        <strong>{name}</strong>
        {handledBy ? <span>{handledBy}</span> : null}
        {description ? <span class="quiet">{description}</span> : null}
        {timeLimit ? <span class="limit">{timeLimit}</span> : null}
      </li>
    ))}
  </ol>
);

const Forms = ({ forms }: { forms: NonNullable<ServiceGuide['forms']> }): VNode => (
  <ul class="downloads">
    {forms.map(({ name, file }) =>
      file ? (
        <li key={file.url}>
          <Download file={file} name={name} />
        </li>
      ) : null
    )}
  </ul>
);

export const serviceGuides: EntryType<ServiceGuide> = {
  isSequence: true,
  list: {
    orderBy: [{ publicationDate: 'desc' }],
    draw: (entries) => (
      <Rows>
        {entries.map((entry) => (
          <Row
            key={entry.documentId}
            of="service-guides"
            entry={entry}
            about={[entry.timeLimit, entry.fee].filter(Boolean).join('　')}
          />
        ))}
      </Rows>
    ),
  },
  entry: {
    schema: 'GovernmentService',
    populate: ['powerItem', 'materials', 'steps', 'forms', 'questions'],
    draw: (entry) => (
      <>
        <Facts
          facts={[
            ['办理时限', entry.timeLimit],
            ['收费', entry.fee],
            ['办理地点', entry.place],
            ['办理时间', entry.hours],
            ['咨询电话', telephone(entry.phone)],
            [
              '权力事项',
              entry.powerItem ? <EntryLink of="power-items" entry={entry.powerItem} /> : null,
            ],
            ['在线办理', external(entry.applyUrl, '前往在线办理')],
          ]}
        />
        {entry.conditions?.length ? (
          <Part heading="办理条件">
            <Blocks content={entry.conditions} />
          </Part>
        ) : null}
        {entry.materials?.length ? (
          <Part heading="申请材料">
            <Materials materials={entry.materials} />
          </Part>
        ) : null}
        {entry.steps?.length ? (
          <Part heading="办理流程">
            <Flow steps={entry.steps} />
          </Part>
        ) : null}
        {entry.forms?.some(({ file }) => file) ? (
          <Part heading="表格下载">
            <Forms forms={entry.forms} />
          </Part>
        ) : null}
        {entry.questions?.length ? (
          <Part heading="常见问题">
            {entry.questions.map(({ question, answer }) => (
              <details key={question}>
                <summary>{question}</summary>
                <p>{answer}</p>
              </details>
            ))}
          </Part>
        ) : null}
      </>
    ),
  },
};
