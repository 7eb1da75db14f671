/** The roles the desk's parts connect as; in the database each carries the prefix `desk_`. None is a superuser. */
export const DATABASE_ROLES = ['owner', 'app', 'administration', 'sweeper', 'sequencer', 'relay', 'queue'] as const;
export type DatabaseRole = (typeof DATABASE_ROLES)[number];

export type DatabasePasswords = Readonly<Partial<Record<DatabaseRole, string>>>;

/** Where the database is, and with which password each role that this process plays connects to it. */
export class DatabaseAccess {
  constructor(
    /** Which PostgreSQL is in use: the desk's own, or one that `DATABASE_URL` names. */
    readonly kind: 'embedded' | 'server',
    /** The address, with the name and password of the one who may create roles and databases, where this process has them. */
    readonly administratorUrl: string,
    private readonly passwords: DatabasePasswords,
  ) {}

  /** The connection string of one role. Throws where this process was not given the role's password: it has no business there. */
  urlFor(role: DatabaseRole): string {
    const password = this.passwords[role];
    if (password === undefined) {
      throw new TypeError(`This process was not given the password of the database role desk_${role}.`);
    }
    const url = new URL(this.administratorUrl);
    url.username = `desk_${role}`;
    url.password = encodeURIComponent(password);
    return url.href;
  }

  /** Whether this process may connect as the role. */
  has(role: DatabaseRole): boolean {
    return this.passwords[role] !== undefined;
  }

  /** The address as the log may show it: host, port and name of the database, nobody's name or password. */
  get shown(): string {
    const url = new URL(this.administratorUrl);
    return `${url.host}${url.pathname}`;
  }
}
