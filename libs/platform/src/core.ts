// What pure files of other rooms may use of this one.
export type { Table } from './tables/read-table.js';
