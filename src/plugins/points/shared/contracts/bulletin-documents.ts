import type { Digests } from '../../domain/bulletin';
import type { BulletinFigures, BulletinText, BulletinWording } from '../../domain/bulletin-wording';
import type { BulletinSummary } from './bulletins';
import type { ReportFormat } from './report';

/** `GET /points/bulletins/:documentId/document`: the words of a sealed month's bulletin. */
export interface BulletinDocumentResponse {
  data: {
    bulletin: BulletinSummary;
    /** Counts the savings; a save names the one that it starts from. */
    version: number;
    wording: BulletinWording;
    /** What the places of the words are filled with. */
    figures: BulletinFigures;
    /** Sentences of the template to choose from. */
    stock: { problems: string[]; requirements: string[] };
    /** What is printed: the final words once it is issued. */
    text: BulletinText;
    /** `null` until it is issued. */
    issued: ({ at: string; by: string } & Digests) | null;
  };
}

/** `POST /points/bulletins/:documentId/document`: other words in place of those of a version. */
export interface BulletinDocumentBody extends BulletinWording {
  version: number;
}

/** `GET /points/bulletins/:documentId/export`. */
export interface BulletinExportQuery {
  format: ReportFormat;
}
