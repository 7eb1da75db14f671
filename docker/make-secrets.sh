#!/usr/bin/env bash
# Makes the secrets that the compose files hand to the containers, each once; running it again changes nothing.
# The folder is closed to everybody else; the files in it are readable, because the desk in its container is another user.
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p -m 0700 secrets
cd secrets

random() { head -c 32 /dev/urandom | base64 | tr -d '\n' | tr '+/' '-_' | tr -d '='; }
once() { [ -s "$1" ] || { printf '%s\n' "$2" >"$1"; chmod 0444 "$1"; }; }

once postgres-password "$(random)"
once operator-token "$(random)"
for role in owner app administration sweeper sequencer relay queue; do once "$role-password" "$(random)"; done
once administrator-url "postgres://postgres:$(cat postgres-password)@postgres:5432/tracedesk"
once redis-password "$(random)"
once redis-url "redis://:$(cat redis-password)@redis:6379"
once redis-requirepass "requirepass $(cat redis-password)"
echo "The secrets are in $PWD. Keep a copy apart from the database's backups."
