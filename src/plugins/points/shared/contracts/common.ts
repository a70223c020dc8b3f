/** Strapi's own response shapes, named once. */
export interface Pagination {
  page: number;
  pageSize: number;
  pageCount: number;
  total: number;
}

/** What something is called in both languages. */
export interface Names {
  zh: string;
  en: string;
}

/** An exact number of points beside how a screen shows it. */
export interface Points {
  /** Two decimals, rounded half up: "81.67". */
  points: string;
  /** The exact value as a reduced fraction: "245/3", or "20" when whole. */
  exact: string;
}

export interface UnitReference {
  documentId: string;
  code: string;
  name: string;
  kind: 'institution' | 'department';
}

export interface OfficerReference {
  documentId: string;
  name: string;
}
