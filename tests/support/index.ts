export * from './api';
export * from './app';
export * from './database';
export * from './makers';
export * from './readings';
