-- A schema with one of everything that expectations speak of; shop.yaml describes it whole.
CREATE SCHEMA audit;
COMMENT ON SCHEMA audit IS 'who did what';
CREATE EXTENSION pg_trgm;
CREATE EXTENSION btree_gist;
CREATE TYPE video_status AS ENUM ('queued', 'inprogress', 'ready', 'error');
COMMENT ON TYPE video_status IS 'how far a video is';
CREATE TYPE audit.level AS ENUM ('low', 'high');
CREATE DOMAIN email AS text DEFAULT 'nobody@example.org' CONSTRAINT has_at CHECK (VALUE ~ '@' AND length(VALUE) < 255);
CREATE SEQUENCE order_numbers START 1000 INCREMENT 10 CACHE 5;
CREATE TABLE malls (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name varchar(255) NOT NULL);
CREATE TABLE users (id uuid CONSTRAINT users_pkey PRIMARY KEY DEFAULT gen_random_uuid(), email varchar(255) NOT NULL UNIQUE);
CREATE TABLE videos (
    id uuid CONSTRAINT videos_pkey PRIMARY KEY DEFAULT gen_random_uuid(),
    mall_id uuid NOT NULL CONSTRAINT fk_videos_mall_id REFERENCES malls ON DELETE CASCADE,
    user_id uuid CONSTRAINT fk_videos_user_id REFERENCES users ON UPDATE CASCADE ON DELETE SET NULL
        DEFERRABLE INITIALLY DEFERRED,
    status video_status NOT NULL DEFAULT 'queued',
    level audit.level,
    title varchar(200) COLLATE "C" NOT NULL DEFAULT 'untitled',
    fps numeric(6,3) DEFAULT 25,
    progress integer DEFAULT 0,
    meta jsonb,
    tags text[] DEFAULT ARRAY['new'::text],
    checksum varchar(64),
    active boolean NOT NULL DEFAULT false,
    width integer, height integer,
    pixels integer GENERATED ALWAYS AS (width * height) STORED,
    number bigint GENERATED ALWAYS AS IDENTITY,
    during tstzrange,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT unique_title UNIQUE (mall_id, title),
    CONSTRAINT check_progress CHECK (progress BETWEEN 0 AND 100),
    CONSTRAINT check_title CHECK (title IN ('untitled', 'a', 'b') OR length(title) > 3),
    CONSTRAINT no_overlap EXCLUDE USING gist (mall_id WITH =, during WITH &&)
);
COMMENT ON TABLE videos IS 'uploaded videos';
COMMENT ON COLUMN videos.meta IS 'what the probe found';
CREATE INDEX ix_videos_meta_gin ON videos USING gin (meta);
CREATE INDEX ix_videos_meta_path_gin ON videos USING gin (meta jsonb_path_ops);
CREATE INDEX ix_videos_title_trgm ON videos USING gin (title gin_trgm_ops);
CREATE INDEX ix_videos_created_at ON videos (created_at DESC);
CREATE INDEX ix_videos_lower_title ON videos (lower(title) text_pattern_ops, mall_id) INCLUDE (status);
CREATE UNIQUE INDEX ix_videos_unique_checksum ON videos (checksum, mall_id) WHERE checksum IS NOT NULL;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.created_at := now();
    RETURN NEW;
END $$;
COMMENT ON FUNCTION touch() IS 'sets the time';
CREATE FUNCTION add(a integer, b audit.level) RETURNS integer LANGUAGE sql IMMUTABLE STRICT AS 'SELECT a';
CREATE PROCEDURE tidy() LANGUAGE sql AS 'DELETE FROM videos WHERE false';
CREATE TRIGGER touch_videos BEFORE UPDATE OF title, status ON videos FOR EACH ROW
    WHEN (OLD.title IS DISTINCT FROM NEW.title) EXECUTE FUNCTION touch('a', 'it''s');
CREATE TRIGGER count_videos AFTER INSERT OR DELETE ON videos EXECUTE FUNCTION touch();
CREATE VIEW ready_videos AS SELECT id, title FROM videos WHERE status = 'ready';
CREATE MATERIALIZED VIEW titles AS SELECT title, count(*) AS amount FROM videos GROUP BY title;
CREATE UNIQUE INDEX ix_titles_title ON titles (title);
CREATE TABLE "Odd.Table" ("Odd ""Column" integer CONSTRAINT "Odd-Check" CHECK ("Odd ""Column" > 0) PRIMARY KEY);
CREATE INDEX "Odd.Index" ON "Odd.Table" ("Odd ""Column" DESC NULLS LAST);
