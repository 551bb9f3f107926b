FROM caddy:2.10.2-alpine
# The program may bind low ports, which a container without any capability refuses to run; ours are high.
RUN setcap -r /usr/bin/caddy && chown -R 10001:10001 /data /config
COPY Caddyfile /etc/caddy/Caddyfile
USER 10001:10001
