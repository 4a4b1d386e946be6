#!/bin/sh
# Measures what reads and compares large catalogs, in turns, and prints medians; README.md says how to run it.
set -eu

here=$(CDPATH='' cd -P -- "$(dirname -- "$0")" && pwd -P)
home=$(CDPATH='' cd -P -- "$here/../.." && pwd -P)
schemactl=${SCHEMACTL:-$home/schemactl}
rounds=${ROUNDS:-5}
tables=${TABLES:-5000}
PGHOST=${PGHOST:-127.0.0.1}
PGPORT=${PGPORT:-5432}
PGUSER=${PGUSER:-$(id -un)}
export PGHOST PGPORT PGUSER

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

one=${DATABASE:-schemactl_bench}
other=${one}_other
empty=${one}_empty

url() {
  printf 'postgresql://%s@%s:%s/%s' "$PGUSER" "$PGHOST" "$PGPORT" "$1"
}

exists() {
  [ -n "$(psql -X -Atq -d postgres -v name="$1" <<'SQL'
SELECT 1 FROM pg_catalog.pg_database WHERE datname = :'name'
SQL
  )" ]
}

make_databases() {
  exists "$empty" || createdb -T template0 "$empty"
  if ! exists "$one"; then
    echo "making the database $one of $tables tables ..." >&2
    createdb -T template0 "$one"
    psql -X -q -d "$one" -v tables="$tables" -f "$here/schema.sql" >/dev/null
  fi
  if ! exists "$other"; then
    createdb -T "$one" "$other"
    psql -X -q -d "$other" -c 'ALTER TABLE t00010 ADD extra integer' -c 'DROP INDEX ix_t00020_at'
  fi
}

# The queries that schemactl runs on this server's version, with the settings that it runs them with.
collect_queries() {
  major=$(($(psql -X -Atq -d "$one" -c 'SHOW server_version_num') / 10000))
  queries=$home/src/main/resources/io/schemactl/catalog/read
  echo "SET search_path TO ''; SET jit TO off; SET max_parallel_workers_per_gather TO 0; SET work_mem TO '32MB';"
  echo 'SET join_collapse_limit TO 3; SET from_collapse_limit TO 3;'
  for name in $(ls "$queries" | sed -E 's/(-[0-9]+)?\.sql$//' | sort -u); do
    file=$queries/$name.sql
    for version in 15 16 17 18; do
      if [ "$version" -le "$major" ] && [ -f "$queries/$name-$version.sql" ]; then
        file=$queries/$name-$version.sql
      fi
    done
    # One that asks about given objects has parameters; one of a newer server has no file here.
    if [ -f "$file" ] && ! grep -q 'CAST(?' "$file"; then
      cat "$file"
    fi
  done
}

# measure NAME EXPECTED-STATUS COMMAND...: adds a line with seconds, processor seconds and megabytes.
measure() {
  name=$1
  expected=$2
  shift 2
  status=0
  /usr/bin/time -q -f '%e %U %S %M' -o "$folder/time" "$@" >"$folder/output" 2>"$folder/errors" || status=$?
  if [ "$status" -ne "$expected" ]; then
    cat "$folder/errors" >&2
    echo "$name: exit status $status, not $expected" >&2
    exit 1
  fi
  awk '{ printf "%s %.2f %.0f\n", $1, $2 + $3, $4 / 1024 }' "$folder/time" >>"$folder/figures-$name"
}

round() {
  measure psql-queries 0 psql -X -q -d "$one" -f "$folder/queries.sql" -o /dev/null
  measure read 0 "$schemactl" diff "$(url "$one")" "$(url "$empty")" --schema no_such_schema
  measure pg_dump 0 pg_dump --schema-only -d "$one" -f /dev/null
  measure snapshot 0 "$schemactl" snapshot --from-database --url "$(url "$one")" \
    --changelog "$folder/changelog.yaml" --output /dev/null
  measure diff-with-snapshot 0 "$schemactl" diff "$(url "$one")" "$folder/schema.yaml"
  measure diff-of-snapshots 0 "$schemactl" diff "$folder/schema.yaml" "$folder/schema.yaml"
  measure diff-of-databases 1 "$schemactl" diff "$(url "$one")" "$(url "$other")"
}

median() {
  sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}

report() {
  printf '%-20s %9s %12s %9s\n' '' 'seconds' 'processor s' 'MB'
  for name in psql-queries pg_dump read snapshot diff-with-snapshot diff-of-snapshots diff-of-databases; do
    printf '%-20s %9s %12s %9s\n' "$name" \
      "$(cut -d ' ' -f 1 "$folder/figures-$name" | median)" \
      "$(cut -d ' ' -f 2 "$folder/figures-$name" | median)" \
      "$(cut -d ' ' -f 3 "$folder/figures-$name" | median)"
  done
}

make_databases
collect_queries >"$folder/queries.sql"
echo 'databaseChangeLog: []' >"$folder/changelog.yaml"
"$schemactl" snapshot --from-database --url "$(url "$one")" --changelog "$folder/changelog.yaml" \
  --output "$folder/schema.yaml" >&2
turn=0
while [ "$turn" -lt "$rounds" ]; do
  round
  turn=$((turn + 1))
done
report
