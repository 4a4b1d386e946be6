#!/usr/bin/env bash
# Builds a local container image of PostgreSQL 15 from the host's own Debian packages, for Testcontainers without a registry.
# usage: postgres-image.sh [TAG]      (needs root, a running Docker engine, and Debian's postgresql-15)
set -eu
tag=${1:-schemactl-test/postgres:15}
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
mkdir -p "$root"/{bin,etc,tmp,run/postgresql,var/lib/postgresql/data,docker-entrypoint-initdb.d,usr/bin,usr/local/bin,usr/lib64,usr/lib/x86_64-linux-gnu,usr/lib/locale,usr/share/postgresql,usr/share/zoneinfo,proc,sys,dev}
ln -s ../run "$root/var/run"; ln -s usr/lib "$root/lib"; ln -s usr/lib64 "$root/lib64"; chmod 1777 "$root/tmp"
cp -a /usr/lib/postgresql "$root/usr/lib/"
rm -rf "$root"/usr/lib/postgresql/15/lib/{llvmjit*,bitcode,pgxs}
rm -f "$root"/usr/lib/postgresql/15/bin/{pgbench,pg_test_*,vacuumlo,oid2name,pg_upgrade,pg_rewind,pg_verifybackup,pg_waldump}
cp -a /usr/share/postgresql/15 "$root/usr/share/postgresql/"
cp -a /usr/share/zoneinfo/{UTC,Etc,GMT,Europe} "$root/usr/share/zoneinfo/" 2>/dev/null || true
cp -aL /usr/share/zoneinfo/UTC "$root/etc/localtime"
cp -a /usr/lib/locale/C.utf8 "$root/usr/lib/locale/"
for b in bash sh cat ls mkdir chown chmod rm sleep grep id env tr setpriv find head sort locale awk sed; do
  cp -L "$(command -v "$b")" "$root/usr/bin/"
done
cp -L /bin/bash /bin/sh "$root/bin/"
find "$root/usr/bin" "$root/bin" "$root/usr/lib/postgresql" -type f \( -perm -100 -o -name '*.so*' \) -print0 |
  xargs -0 -n1 ldd 2>/dev/null | grep -oE '/[^ ]+' | grep -v "^$root" | sort -u | while read -r lib; do
    [ -e "$lib" ] || continue
    case $lib in /lib64/*) cp -Lf "$lib" "$root/usr/lib64/" ;; *) cp -Lf "$lib" "$root/usr/lib/x86_64-linux-gnu/" ;; esac
  done
printf 'root:x:0:0:root:/root:/bin/bash\npostgres:x:999:999::/var/lib/postgresql:/bin/bash\n' >"$root/etc/passwd"
printf 'root:x:0:\npostgres:x:999:\n' >"$root/etc/group"
printf 'passwd: files\ngroup: files\nhosts: files dns\n' >"$root/etc/nsswitch.conf"
cat >"$root/usr/local/bin/docker-entrypoint.sh" <<'X'
#!/bin/bash
# Honours POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB, POSTGRES_HOST_AUTH_METHOD and docker-entrypoint-initdb.d.
set -e
export PATH=/usr/lib/postgresql/15/bin:/usr/bin:/bin PGDATA=${PGDATA:-/var/lib/postgresql/data}
user=${POSTGRES_USER:-postgres} db=${POSTGRES_DB:-${POSTGRES_USER:-postgres}}
if [ "$1" = postgres ] && [ "$(id -u)" = 0 ]; then
  mkdir -p "$PGDATA" /run/postgresql; chown -R postgres:postgres "$PGDATA" /run/postgresql
  exec setpriv --reuid=postgres --regid=postgres --init-groups "$0" "$@"
fi
if [ "$1" = postgres ] && [ ! -s "$PGDATA/PG_VERSION" ]; then
  [ -n "$POSTGRES_PASSWORD" ] || [ "$POSTGRES_HOST_AUTH_METHOD" = trust ] || { echo "Error: superuser password is not specified"; exit 1; }
  initdb -D "$PGDATA" -U "$user" --pwfile=<(printf '%s\n' "$POSTGRES_PASSWORD") -A scram-sha-256 --auth-local=trust -E UTF8 --locale=C.UTF-8 $POSTGRES_INITDB_ARGS
  printf '\nhost all all all %s\n' "${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}" >>"$PGDATA/pg_hba.conf"
  pg_ctl -D "$PGDATA" -o "-c listen_addresses='' -p 5432" -w start
  [ "$db" = postgres ] || psql -U "$user" -d postgres -v ON_ERROR_STOP=1 -c "CREATE DATABASE \"$db\""
  for f in /docker-entrypoint-initdb.d/*; do case $f in *.sql) psql -v ON_ERROR_STOP=1 -U "$user" -d "$db" -f "$f" ;; *.sh) . "$f" ;; esac; done
  pg_ctl -D "$PGDATA" -m fast -w stop
  echo; echo 'PostgreSQL init process complete; ready for start up.'; echo
fi
[ "$1" = postgres ] && set -- "$@" -D "$PGDATA" -c 'listen_addresses=*'
exec "$@"
X
chmod +x "$root/usr/local/bin/docker-entrypoint.sh"
tar -C "$root" -c . | docker import \
  --change 'ENTRYPOINT ["/usr/local/bin/docker-entrypoint.sh"]' --change 'CMD ["postgres"]' --change 'EXPOSE 5432' \
  --change 'ENV PATH=/usr/lib/postgresql/15/bin:/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8 PG_MAJOR=15' \
  --change 'VOLUME /var/lib/postgresql/data' - "$tag"
