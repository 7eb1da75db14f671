import type { Client } from 'pg';

export interface SchemaFacts {
  readonly roles: readonly RoleFacts[];
  readonly tables: readonly TableFacts[];
  readonly functions: readonly FunctionFacts[];
}

export interface RoleFacts {
  readonly name: string;
  readonly signsIn: boolean;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly memberOf: readonly string[];
  readonly settings: readonly string[];
}

export interface TableFacts {
  readonly name: string;
  readonly secured: boolean;
  readonly forced: boolean;
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    readonly nullable: boolean;
    readonly default: string | null;
  }[];
  readonly constraints: readonly string[];
  readonly indexes: readonly string[];
  readonly triggers: readonly string[];
  readonly policies: readonly {
    readonly name: string;
    readonly command: string;
    readonly roles: readonly string[];
    readonly using: string | null;
    readonly check: string | null;
  }[];
  readonly grants: readonly { readonly role: string; readonly rights: string }[];
}

export interface FunctionFacts {
  readonly signature: string;
  readonly returns: string;
  readonly owner: string;
  readonly definer: boolean;
  readonly grantedTo: readonly string[];
  readonly definition: string;
}

/** Asks PostgreSQL's catalogues about the schema `desk` and the roles `desk_…`; every list in an order that does not depend on the machine. */
export async function readSchema(client: Client): Promise<SchemaFacts> {
  return {
    roles: (await client.query<RoleFacts>(ROLES)).rows,
    tables: (await client.query<TableFacts>(TABLES)).rows,
    functions: (await client.query<FunctionFacts>(FUNCTIONS)).rows,
  };
}

const ROLES = `
  select r.rolname as name, r.rolcanlogin as "signsIn", r.rolsuper as superuser, r.rolbypassrls as bypasses,
         array(select g.rolname::text || case when m.inherit_option then ', inherits' else '' end
                 from pg_auth_members m join pg_roles g on g.oid = m.roleid
                where m.member = r.oid order by g.rolname collate "C") as "memberOf",
         coalesce(r.rolconfig, '{}') as settings
    from pg_roles r
   where r.rolname like 'desk\\_%'
   order by r.rolname collate "C"`;

const TABLES = `
  select t.relname as name, t.relrowsecurity as secured, t.relforcerowsecurity as forced,
         (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'nullable', not a.attnotnull,
                                            'default', pg_get_expr(d.adbin, d.adrelid)) order by a.attnum)
            from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
           where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped) as columns,
         array(select c.conname || ': ' || pg_get_constraintdef(c.oid) from pg_constraint c
                where c.conrelid = t.oid and c.contype <> 'n' order by c.conname collate "C") as constraints,
         array(select pg_get_indexdef(i.indexrelid) from pg_index i join pg_class x on x.oid = i.indexrelid
                where i.indrelid = t.oid and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
                order by x.relname collate "C") as indexes,
         array(select pg_get_triggerdef(g.oid) from pg_trigger g where g.tgrelid = t.oid and not g.tgisinternal
                order by g.tgname collate "C") as triggers,
         coalesce((select json_agg(json_build_object('name', p.policyname, 'command', lower(p.cmd), 'roles', p.roles,
                                                     'using', p.qual, 'check', p.with_check) order by p.policyname collate "C")
                     from pg_policies p where p.schemaname = 'desk' and p.tablename = t.relname), '[]') as policies,
         coalesce((select json_agg(json_build_object('role', g.role, 'rights', g.rights) order by g.role collate "C")
                     from (select role, string_agg(right_name, ', ' order by right_name collate "C") as rights
                             from (select grantee::regrole::text as role, lower(privilege_type) as right_name
                                     from aclexplode(t.relacl) where grantee <> t.relowner and grantee <> 0
                                   union all
                                   select 'public', lower(privilege_type) from aclexplode(t.relacl) where grantee = 0
                                   union all
                                   select e.grantee::regrole::text,
                                          lower(e.privilege_type) || ' (' || string_agg(a.attname, ', ' order by a.attnum) || ')'
                                     from pg_attribute a cross join lateral aclexplode(a.attacl) e
                                    where a.attrelid = t.oid and a.attacl is not null
                                    group by e.grantee, e.privilege_type) as one_by_one
                            group by role) as g), '[]') as grants
    from pg_class t
   where t.relnamespace = 'desk'::regnamespace and t.relkind in ('r', 'p')
   order by t.relname collate "C"`;

const FUNCTIONS = `
  select p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as signature,
         pg_get_function_result(p.oid) as returns, p.proowner::regrole::text as owner, p.prosecdef as definer,
         array(select case when grantee = 0 then 'public' else grantee::regrole::text end as role
                 from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) where grantee <> p.proowner order by 1) as "grantedTo",
         pg_get_functiondef(p.oid) as definition
    from pg_proc p
   where p.pronamespace = 'desk'::regnamespace and p.prokind in ('f', 'p')
   order by p.proname collate "C", 1`;
