# syntax=docker/dockerfile:1
# Targets: api, worker (with what the night's plan of orders needs), backup (with PostgreSQL's own tools).
FROM node:24-trixie-slim AS pwa
WORKDIR /pwa
COPY pwa/package.json pwa/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY pwa ./
RUN npm run build

FROM python:3.13-slim-trixie AS packages
ENV UV_PROJECT_ENVIRONMENT=/app/.venv UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never UV_NO_CACHE=1
WORKDIR /app
RUN pip install --no-cache-dir uv==0.13.9
COPY pyproject.toml uv.lock README.md ./
RUN uv sync --frozen --no-default-groups --no-install-project
COPY backend backend
COPY ml/demand ml/demand
COPY ml/shelfvision ml/shelfvision
COPY ml/models ml/models
COPY infra/production/healthy.py healthy.py
RUN uv sync --frozen --no-default-groups

FROM packages AS worker-packages
RUN uv sync --frozen --no-default-groups --extra demand

FROM python:3.13-slim-trixie AS base
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 HOME=/tmp NUMBA_CACHE_DIR=/tmp/numba
WORKDIR /app
USER 10001:10001
ENTRYPOINT ["storewalk"]

FROM base AS worker
COPY --from=worker-packages /app /app
CMD ["work"]

FROM base AS api
COPY --from=packages /app /app
COPY --from=pwa /pwa/dist /app/pwa
EXPOSE 8080
CMD ["serve"]

FROM api AS backup
USER 0
# The client of the server's own major version, newest minor one.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates postgresql-common \
    && /usr/share/postgresql-common/pgdg/apt.postgresql.org.sh -y \
    && apt-get install --yes --no-install-recommends postgresql-client-18 \
    && rm -rf /var/lib/apt/lists/*
USER 10001:10001
CMD ["backup", "/backup"]
