export * from './api';
export * from './app';
export * from './bare-site';
export * from './database';
export * from './instance';
export * from './ledger';
export * from './makers';
export * from './readings';
