#!/bin/sh
# Makes the secrets that docker-compose.yml mounts, in ./secrets; what is there already stays as it is.
set -eu

mkdir -p secrets
# The folder keeps other users of this machine out; the files are readable for the user inside the container.
chmod 700 secrets

make() {
  if [ ! -e "secrets/$1" ]; then
    printf '%s' "$2" > "secrets/$1"
    chmod 644 "secrets/$1"
    echo "made secrets/$1"
  fi
}

random() { head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n'; }

make payload_secret "$(random)"
make admin_password "$(random | cut -c1-20)"
make postgres_password "$(random)"
password=$(cat secrets/postgres_password)
make database_url "postgres://masthead:$password@postgres:5432/masthead"
make pooled_database_url "postgres://masthead:$password@pgbouncer:6432/masthead"
# Yours to fill in, if you send mail or store uploads in S3.
make smtp_url ''
make s3_secret_access_key ''

echo "The first administrator's password is in secrets/admin_password."
