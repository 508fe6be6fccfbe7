/** A tool that people need at hand. */
export interface Bookmark {
  id: string;
  label: string;
  /** Null for an address that moves; `where` then says where it stands. */
  url: string | null;
  where?: string | undefined;
  purpose: string;
  /** How one signs in. */
  signIn?: string | undefined;
  /** Its place among the dashboards of the first glance. */
  glance?: number | undefined;
}
