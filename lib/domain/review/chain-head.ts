/** Where a record's chain stood: the entry, and the hash over all entries up to it, hex. */
export interface ChainHead {
  seq: number;
  hash: string;
}
