export * from '../../domain/vocabulary';
export type * from './adoptions';
export type * from './entries';
export type * from './ledger';
export type * from './reconcile';
export type * from './report';
export type * from './standards';
