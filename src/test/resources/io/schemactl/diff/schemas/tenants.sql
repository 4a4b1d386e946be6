-- roles: app_reader, app_writer
-- A service with many tenants: row security, policies, roles, default privileges and an audit trail.
CREATE EXTENSION citext;
CREATE EXTENSION pgcrypto;
CREATE SCHEMA app;
CREATE SCHEMA audit;
GRANT USAGE ON SCHEMA app TO app_reader, app_writer;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO app_reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO app_writer;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT USAGE ON SEQUENCES TO app_writer;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TYPE app.plan AS ENUM ('free', 'team', 'enterprise');
CREATE TYPE app.member_role AS ENUM ('owner', 'admin', 'member', 'guest');
CREATE DOMAIN app.slug AS text CONSTRAINT slug_form CHECK (VALUE ~ '^[a-z0-9](-?[a-z0-9])*$' AND length(VALUE) <= 63);
COMMENT ON DOMAIN app.slug IS 'a name for use in addresses';

CREATE FUNCTION app.tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.tenant', true), '')::uuid $$;
GRANT EXECUTE ON FUNCTION app.tenant() TO app_reader, app_writer;

CREATE TABLE app.tenants (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  slug app.slug NOT NULL UNIQUE,
  name text NOT NULL,
  plan app.plan NOT NULL DEFAULT 'free',
  settings jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz,
  CONSTRAINT settings_is_object CHECK (jsonb_typeof(settings) = 'object')
);
CREATE TABLE app.users (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email citext NOT NULL,
  name text,
  password_hash text,
  CONSTRAINT users_email_key UNIQUE (email) DEFERRABLE
);
REVOKE SELECT ON app.users FROM app_reader;
GRANT SELECT (id, email, name) ON app.users TO app_reader;
CREATE TABLE app.members (
  tenant_id uuid NOT NULL DEFAULT app.tenant() REFERENCES app.tenants ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES app.users ON DELETE CASCADE,
  role app.member_role NOT NULL DEFAULT 'member',
  PRIMARY KEY (tenant_id, user_id)
);
CREATE UNIQUE INDEX one_owner ON app.members (tenant_id) WHERE role = 'owner';
CREATE INDEX members_user ON app.members (user_id);
CREATE TABLE app.projects (
  tenant_id uuid NOT NULL DEFAULT app.tenant() REFERENCES app.tenants ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL,
  tags text[] NOT NULL DEFAULT '{}',
  owner_id uuid,
  archived boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT projects_owner FOREIGN KEY (tenant_id, owner_id) REFERENCES app.members MATCH SIMPLE ON UPDATE CASCADE
);
CREATE INDEX projects_tags ON app.projects USING gin (tags);
CREATE TABLE app.tasks (
  tenant_id uuid NOT NULL DEFAULT app.tenant(),
  id bigserial,
  project_id bigint NOT NULL,
  parent_id bigint,
  title varchar(200) NOT NULL,
  due date,
  position double precision NOT NULL DEFAULT 0,
  search tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, title::text)) STORED,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, project_id) REFERENCES app.projects ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, parent_id) REFERENCES app.tasks ON DELETE CASCADE NOT VALID
);
CREATE INDEX tasks_search ON app.tasks USING gin (search);
CREATE INDEX tasks_due ON app.tasks (tenant_id, due NULLS FIRST) WHERE due IS NOT NULL;

ALTER TABLE app.tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.members ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.projects ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.projects FORCE ROW LEVEL SECURITY;
ALTER TABLE app.tasks ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON app.tenants USING (id = app.tenant());
CREATE POLICY own_members ON app.members USING (tenant_id = app.tenant()) WITH CHECK (tenant_id = app.tenant());
CREATE POLICY own_projects ON app.projects USING (tenant_id = app.tenant());
CREATE POLICY not_archived ON app.projects AS RESTRICTIVE FOR UPDATE TO app_writer USING (NOT archived);
CREATE POLICY own_tasks ON app.tasks FOR SELECT TO app_reader, app_writer
  USING (tenant_id = app.tenant() AND EXISTS (SELECT FROM app.projects p WHERE p.tenant_id = tasks.tenant_id AND p.id = tasks.project_id));
CREATE POLICY write_tasks ON app.tasks FOR INSERT TO app_writer WITH CHECK (tenant_id = app.tenant());
COMMENT ON POLICY own_tenant ON app.tenants IS 'a session sees its own tenant';

CREATE TABLE audit.entries (
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  tenant_id uuid,
  relation regclass NOT NULL,
  operation "char" NOT NULL,
  was jsonb,
  became jsonb
) PARTITION BY LIST (operation);
CREATE TABLE audit.inserts PARTITION OF audit.entries FOR VALUES IN ('I');
CREATE TABLE audit.others PARTITION OF audit.entries DEFAULT PARTITION BY HASH (tenant_id);
CREATE TABLE audit.others_0 PARTITION OF audit.others FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE audit.others_1 PARTITION OF audit.others FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE INDEX entries_at ON audit.entries USING brin (at) WITH (pages_per_range = 16);
CREATE FUNCTION audit.record() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  INSERT INTO audit.entries (tenant_id, relation, operation, was, became)
  VALUES (app.tenant(), TG_RELID, left(TG_OP, 1)::"char", to_jsonb(OLD), to_jsonb(NEW));
  RETURN NULL;
END $$;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON app.projects FOR EACH ROW EXECUTE FUNCTION audit.record();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON app.tasks FOR EACH ROW EXECUTE FUNCTION audit.record();
ALTER TABLE app.tasks ENABLE ALWAYS TRIGGER audit;
CREATE VIEW app.open_tasks WITH (security_barrier = true) AS
  SELECT t.id, t.title, p.name AS project, t.due FROM app.tasks t JOIN app.projects p ON p.tenant_id = t.tenant_id AND p.id = t.project_id
  WHERE NOT p.archived;
CREATE PUBLICATION changes FOR TABLE app.projects, app.tasks WITH (publish = 'insert, update, delete');
